// custodian audit list | verify | export
import path from 'node:path';
import { Command } from 'commander';
import { fingerprintSchema } from '../../../shared/domain/offline/courier.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { AuditVerdict } from '../../../shared/domain/audit/entry.ts';
import { verifyAuditFile } from '../../acts/audit/file.ts';
import { readLines } from '../../files/read-lines.ts';
import { auditLines } from '../../../shared/words/en/command-line/audit.ts';
import { EXIT } from '../exit-codes.ts';
import { table } from '../../../shared/encoding/table.ts';
import type { Context } from '../context.ts';
import { writeNew } from '../write-new.ts';

export function auditCommand({ output, withCustodian, perform, run }: Context): Command {
  const command = new Command('audit');

  command
    .command('list')
    .description('list entries, oldest first')
    .option('--after <seq>', 'only entries after this number', Number, 0)
    .option('--limit <count>', 'at most so many', Number, 200)
    .action(({ after, limit }: { after: number; limit: number }) =>
      run('audit.list', { afterSeq: after, limit }, (found) =>
        table(found.map(({ seq, at, actor, action, subject }) => [String(seq), at, actor, action, subject])),
      ),
    );

  command
    .command('verify')
    .argument('[file]', 'an exported chain; it is checked by itself, without registry and keychain')
    .description('check the whole chain and its signature')
    .option('--device <fingerprint>', 'the device that must have signed, as compared; scripts should name it')
    .action(async (file: string | undefined, { device }: { device?: string }) => {
      const named = device === undefined ? null : fingerprintOf(device);
      const verdict =
        file === undefined
          ? byDevice(await perform('audit.verify', {}), named)
          : await verifyAuditFile(path.basename(file), readLines(file), named);
      output.result(verdict, auditLines);
      output.exitCode = verdict.ok ? EXIT.ok : EXIT.refused;
    });

  command
    .command('export')
    .description('write the chain to a file that proves itself; an existing file is never overwritten')
    .requiredOption('--out <path>', 'the file to write, JSON lines')
    .action(async ({ out }: { out: string }) => {
      const saved = await withCustodian(async (custodian) => {
        const { bytes, ...facts } = await custodian.exportAudit();
        const file = { fileName: await writeNew(out, bytes), ...facts };
        await custodian.recordAuditExport(file);
        return file;
      });
      output.result(saved, ({ fileName, entries, sha256, signed }) => [
        `${fileName}: ${entries} entries, SHA-256 ${sha256}`,
        ...(signed
          ? []
          : [
              'NOT SIGNED, so it proves nothing to others: the keychain is closed, or something is wrong with the chain.',
            ]),
      ]);
    });

  return command;
}

function fingerprintOf(device: string): string {
  const parsedDevice = fingerprintSchema.safeParse(device);
  if (!parsedDevice.success) {
    throw new CustodianError('USAGE', { problem: { code: 'device' } });
  }
  return parsedDevice.data;
}

/** The chain in the registry, held against the device that was named. */
const byDevice = (verdict: AuditVerdict, named: string | null): AuditVerdict =>
  named === null || !verdict.ok || verdict.deviceKey === named
    ? verdict
    : { ...verdict, ok: false, problem: 'device-not-named' };

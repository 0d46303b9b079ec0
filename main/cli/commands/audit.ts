// custodian audit list | verify | export
import path from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { fingerprintSchema } from '../../../shared/domain/offline/courier.ts';
import type { AuditSelection } from '../../../shared/domain/audit/selection.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { AuditVerdict } from '../../../shared/domain/audit/entry.ts';
import { notedHeadSchema } from '../../../shared/domain/audit/noted-head.ts';
import { verifyAuditFile } from '../../acts/audit/file.ts';
import { readLines } from '../../files/read-lines.ts';
import { auditLines } from '../../../shared/words/en/command-line/audit.ts';
import { parsed } from '../arguments.ts';
import { EXIT } from '../exit-codes.ts';
import { table } from '../../../shared/encoding/table.ts';
import type { Context } from '../context.ts';
import { writeNew } from '../write-new.ts';

interface ListOptions extends AuditSelection {
  after: number;
  limit: number;
}

const anchorOption = z.object({ anchor: notedHeadSchema });

export function auditCommand({ output, withCustodian, run }: Context): Command {
  const command = new Command('audit');

  command
    .command('list')
    .description('list entries, oldest first')
    .option('--after <seq>', 'only entries after this number', Number, 0)
    .option('--limit <count>', 'at most so many', Number, 200)
    .option('--tenant <name>', 'of this tenant, also under its former names')
    .option('--action <action>', 'of this act, or all of a kind: key.rotated, key')
    .option('--from <instant>', 'from this day or instant on')
    .option('--to <instant>', 'before this day or instant')
    .option('--kid <kid>', 'that speak of this key')
    .action(({ after, limit, ...selection }: ListOptions) =>
      run('audit.list', { afterSeq: after, limit, ...selection }, (found) =>
        table(found.map(({ seq, at, actor, action, subject }) => [String(seq), at, actor, action, subject])),
      ),
    );

  command
    .command('verify')
    .argument('[file]', 'an exported chain; it is checked by itself, without registry and keychain')
    .description('check the whole chain and its signature')
    .option('--device <fingerprint>', 'the device that must have signed, as compared; scripts should name it')
    .option('--anchor <entry>', 'an entry that was noted elsewhere, as backups and evidence name it: NUMBER:HASH')
    .action(async (file: string | undefined, options: { device?: string; anchor?: string }) => {
      const device = options.device === undefined ? null : fingerprintOf(options.device);
      const noted = options.anchor === undefined ? null : parsed(anchorOption, options).anchor;
      const verdict =
        file === undefined
          ? await withCustodian(async (custodian) => {
              const whole = byDevice(await custodian.verifyAudit(), device);
              const [entry] = noted === null ? [] : custodian.listAudit({ afterSeq: noted.seq - 1, limit: 1 });
              return byNoted(whole, noted === null || entry?.hash === noted.hash);
            })
          : await verifyAuditFile(path.basename(file), readLines(file), { device, noted });
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

const byNoted = (verdict: AuditVerdict, holds: boolean): AuditVerdict =>
  holds || !verdict.ok ? verdict : { ...verdict, ok: false, problem: 'other-than-noted' };

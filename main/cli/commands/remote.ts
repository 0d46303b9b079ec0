// custodian remote keys | rotate | revoke | export: the keys with which the tenant itself signs.
import path from 'node:path';
import { Command } from 'commander';
import type { AskedAct } from '../../../shared/problems/acts.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { EXPORT_FORMATS } from '../../../shared/domain/formats.ts';
import {
  ownExportSchema,
  type OwnKeysChange,
  ownKeysSchema,
  type OwnKeysView,
  ownRevokeSchema,
  type RotateBudget,
} from '../../../shared/domain/tenant/own-keys.ts';
import { saveFile } from '../../files/save-file.ts';
import { refuseExisting } from '../../files/put-in-place.ts';
import { parsed } from '../arguments.ts';
import { interruptible } from '../interruptible.ts';
import { table } from '../../../shared/encoding/table.ts';
import type { Context } from '../context.ts';

interface ExportOptions {
  format: string;
  out: string;
  kid?: string;
  state?: string;
  profile?: string;
}

export function remoteCommand(context: Context): Command {
  const { run } = context;
  const command = new Command('remote');

  command
    .command('keys')
    .argument('<tenant>')
    .description('list them, and how many rotations are left today')
    .action((tenant: string) => run('remote.keys', { tenant }, keyLines));

  command
    .command('rotate')
    .argument('<tenant>')
    .description('bring its next key into use at once; cannot be undone')
    .option('--yes', 'rotate')
    .action(async (tenant: string, { yes }: { yes?: true }) => {
      const args = parsed(ownKeysSchema, { tenant });
      needYes(yes, { code: 'rotating-at-tenant', tenant });
      await run('remote.rotate', args, changeLines);
    });

  command
    .command('revoke')
    .argument('<tenant>')
    .argument('<kid>')
    .description('remove a previous key from its key set; cannot be undone')
    .option('--yes', 'revoke')
    .action(async (tenant: string, kid: string, { yes }: { yes?: true }) => {
      const args = parsed(ownRevokeSchema, { tenant, kid });
      needYes(yes, { code: 'revoking-at-tenant', tenant, kid });
      await run('remote.revoke', args, changeLines);
    });

  command.addCommand(exportCommand(context));
  return command;
}

function exportCommand({ output, withCustodian }: Context): Command {
  return new Command('export')
    .argument('<tenant>')
    .description('write a certificate of its own keys in any public format; an existing file is never overwritten')
    .requiredOption('--format <format>', EXPORT_FORMATS.join(', '))
    .requiredOption('--out <path>', 'the file to write')
    .option('--kid <kid>', 'which key')
    .option('--state <state>', 'which key, by its state; current when left out')
    .option('--profile <profile>', 'auth0 gives the very bytes of the tenant’s own pages')
    .action(async (tenant: string, { out, ...rest }: ExportOptions) => {
      const args = parsed(ownExportSchema, { tenant, ...rest });
      const target = path.resolve(out);
      await refuseExisting(target);
      const fileName = path.basename(target);
      const { kids, sha256, bytes } = await withCustodian(async (custodian) => {
        const file = await interruptible(output, ({ signal }) => custodian.exportOwnKeys(args, { signal }));
        await saveFile(target, file.bytes, { overwrite: false });
        await custodian.recordOwnExport(args.tenant, { ...file, fileName });
        return file;
      });
      const saved = { format: args.format, kids, fileName, bytes: bytes.length, sha256 };
      output.result(saved, (file) => [`${file.fileName}: ${file.bytes} bytes, SHA-256 ${file.sha256}`]);
    });
}

function needYes(yes: true | undefined, action: AskedAct): void {
  if (yes !== true) {
    throw new CustodianError('CONFIRMATION_REQUIRED', { action });
  }
}

function keyLines({ keys, budget }: OwnKeysView): string[] {
  const rows = keys.map(({ state, kid, currentSince, currentUntil, revokedAt, certificate }) => [
    state,
    kid,
    revokedAt ?? currentUntil ?? currentSince ?? '',
    certificate.sha256,
  ]);
  return [...table([['STATE', 'KID', 'SINCE', 'SHA-256 OF THE CERTIFICATE'], ...rows]), budgetLine(budget)];
}

function changeLines(change: OwnKeysChange): string[] {
  const lost = change.answered ? [] : ['No answer came; that it happened was learned by reading back.'];
  return [...lost, ...keyLines(change)];
}

function budgetLine({ limit, used, remaining, nextAt }: RotateBudget): string {
  const next = nextAt === null ? '' : `; the next becomes free ${nextAt}`;
  return `Rotations in the last 24 hours: ${used} of ${limit}, ${remaining} left${next}`;
}

// custodian key import-many: files, folders and containers with any number of keys, after one look at where each goes
import { Command } from 'commander';
import { ACTS } from '../../../shared/acts/acts.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { MAX_BULK_FILES } from '../../../shared/domain/key-ring/bulk-import.ts';
import { MAX_BUNDLE_BYTES } from '../../../shared/domain/limits.ts';
import { bulkPlanLines, bulkReportLines } from '../../../shared/words/en/command-line/bulk-import.ts';
import type { BulkFile } from '../../acts/keys/import-many.ts';
import { filesIn } from '../../files/files-in.ts';
import { readLimited } from '../../files/read-file.ts';
import { agreed } from '../agreed.ts';
import { parsed } from '../arguments.ts';
import type { Context } from '../context.ts';
import { interruptible } from '../interruptible.ts';
import { readPassphrase } from '../key-file.ts';
import { remarkOnProgress } from '../output.ts';

interface ManyOptions {
  passphraseStdin?: boolean;
  as?: string;
  ring?: string;
  allowSmallExponent?: boolean;
  allowLongWork?: boolean;
  nonExportable?: boolean;
  yes?: boolean;
}

export function keyImportManyCommand({ output, console, withCustodian }: Context): Command {
  return new Command('import-many')
    .argument('<tenant>')
    .argument('<paths...>', 'files, and folders of them')
    .description('import every private key of several files, folders or containers, after showing where each goes')
    .option('--passphrase-stdin', 'read the passphrase of the files from standard input')
    .option('--as <state>', 'next, current or previous; next while that place is free when left out, else previous')
    .option('--ring <name>', 'only into this ring; each into the first of its algorithm when left out')
    .option('--allow-small-exponent', 'take RSA keys whose public exponent is below 65537')
    .option('--allow-long-work', 'take up to half a minute for each file with very many rounds of key derivation')
    .option('--non-exportable', 'the private keys must never leave the keychain in a file; cannot be undone')
    .option('--yes', 'do not ask, for scripts')
    .action(async (tenant: string, paths: string[], options: ManyOptions) => {
      const { passphraseStdin = false, nonExportable = false, yes = false, ...rest } = options;
      const args = parsed(ACTS['key.importMany'].args, { tenant, ...rest, exportable: !nonExportable });
      const named = await filesIn(paths, MAX_BULK_FILES);
      const passphrase = passphraseStdin ? await readPassphrase(console.stdin) : null;
      const files: BulkFile[] = [];
      for (const { name, file } of named) {
        const bytes = await readLimited(file, MAX_BUNDLE_BYTES);
        files.push({ name, bytes, secrets: { passphrase: passphrase && Uint8Array.from(passphrase) } });
      }
      passphrase?.fill(0);
      const report = await withCustodian((custodian) =>
        interruptible(output, async ({ signal }) => {
          const plan = await custodian.planMany(args, files, { signal });
          bulkPlanLines(plan).forEach(output.remark);
          const isNothing = plan.rows.every(({ goes }) => goes === null);
          if (!isNothing && !yes && !(await agreed(console, tenant, 'importing into'))) {
            throw new CustodianError('CONFIRMATION_REQUIRED', { action: { code: 'importing-many', tenant } });
          }
          return custodian.importMany(args, files, plan, { signal, progress: remarkOnProgress(output) });
        }),
      );
      output.result(report, bulkReportLines);
    });
}

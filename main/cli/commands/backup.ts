// custodian backup create | status | verify | drill | restore
import path from 'node:path';
import { Command } from 'commander';
import { MAX_SHARE_BYTES } from '../../../shared/domain/limits.ts';
import { CustodianError } from '../../../shared/errors.ts';
import {
  drillLines,
  madeLines,
  previewLines,
  restoredLines,
  statusLines,
  verifiedLines,
} from '../../../shared/words/en/command-line/backup.ts';
import { checkBackupAlone, openBySharesAlone } from '../../composition/backup-alone.ts';
import { readChunks } from '../../files/read-chunks.ts';
import { readLimited } from '../../files/read-file.ts';
import { saveStream } from '../../files/save-stream.ts';
import { refuseExisting } from '../../files/put-in-place.ts';
import type { BackupProtection } from '../../ports/backup.ts';
import type { BackupOpener } from '../../ports/backup-file.ts';
import { EXIT } from '../exit-codes.ts';
import { readPassphrase } from '../key-file.ts';
import { sharesFrom } from '../share-sheets.ts';
import type { Context } from '../context.ts';

/** Recipients, and age identities with their comments, are far shorter. */
const MAX_OPENER_BYTES = 64 * 1024;

/** The file under the passphrase may lie for years where others get at it. */
const SHORT_PASSPHRASE_BYTES = 12;

interface CreateOptions {
  out: string;
  holders?: string[];
  threshold?: string;
  sheets?: string;
  passphraseStdin?: boolean;
  recipient?: string[];
  credentials?: boolean;
}

interface OpenOptions {
  passphraseStdin?: boolean;
  identity?: string;
  share?: string[];
}

export function backupCommand(context: Context): Command {
  const { output, withCustodian, run } = context;
  const command = new Command('backup');
  const passphrase = ['--passphrase-stdin', 'the passphrase comes from standard input'] as const;
  const share = [
    '--share <file...>',
    'enough shares: text files with the words, sheets, or PNG pictures of the QR code',
  ] as const;
  const identity = ['--identity <file>', 'a file with the age identity of a recipient'] as const;

  command
    .command('create')
    .description('write a backup, and read it back before it counts; an existing file is never overwritten')
    .requiredOption('--out <path>', 'the file to write')
    .option(...passphrase)
    .option('--recipient <file...>', 'age recipients or SSH public keys who can open it, one file each')
    .option('--holders <name...>', 'split what opens it among these people, a sheet of paper for each')
    .option('--threshold <number>', 'how many of them are needed to open it')
    .option('--sheets <folder>', 'where the sheets are written, to be printed and then deleted')
    .option('--credentials', 'with what lets Key Custodian in at the tenants')
    .action((options: CreateOptions) => create(context, options));

  command
    .command('status')
    .description('when the last backup was made, and which keys are in none')
    .action(() => run('backup.status', {}, statusLines));

  command
    .command('verify')
    .argument('<file>')
    .description('hold a backup against itself; needs neither registry nor keychain')
    .option(...passphrase)
    .option(...identity)
    .option(...share)
    .action(async (file: string, options: OpenOptions) => {
      const { head, keys, credentials, absent, sha256 } = await checkBackupAlone(
        () => readChunks(file),
        await openerOf(context, options),
      );
      output.result({ ...head, privateHalves: keys, credentials, absent, sha256 }, verifiedLines);
    });

  command
    .command('drill')
    .argument('<file>')
    .description('restore a backup into a throw-away place, prove every key, and record how it went')
    .option(...passphrase)
    .option(...identity)
    .option(...share)
    .action(async (file: string, options: OpenOptions) => {
      const opener = await openerOf(context, options);
      const report = await withCustodian((custodian) =>
        custodian.drillBackup(() => readChunks(file), opener, path.basename(file)),
      );
      output.result(report, drillLines);
      output.exitCode = report.outcome === 'passed' ? EXIT.ok : EXIT.refused;
    });

  command
    .command('restore')
    .argument('<file>')
    .description('bring back what is not here; what is here is never overwritten')
    .option(...passphrase)
    .option(...identity)
    .option(...share)
    .option('--preview', 'only say what it would do')
    .option('--yes', 'restore without asking')
    .action((file: string, options: OpenOptions & { preview?: boolean; yes?: boolean }) =>
      restore(context, file, options),
    );

  return command;
}

async function create(context: Context, { out, credentials = false, ...options }: CreateOptions): Promise<void> {
  const { output, withCustodian } = context;
  const target = path.resolve(out);
  await refuseExisting(target);
  const shares = sharesFrom(context, options);
  const protection = await protectionFrom(context, options, shares !== undefined);
  const made = await withCustodian((custodian) =>
    custodian.createBackup({ protection, credentials, shares }, async (chunks, prove) => {
      const { openToOthers, ...saved } = await saveStream(target, chunks, prove);
      if (openToOthers) {
        output.remark(OPEN_TO_OTHERS);
      }
      return { file: path.basename(target), ...saved };
    }),
  );
  output.result(made, madeLines);
}

const OPEN_TO_OTHERS =
  'Other users of this machine may read that file: its disk keeps no permissions, as most sticks do not. ' +
  'Its protection alone keeps the keys.';

async function protectionFrom(
  { output, console }: Context,
  { passphraseStdin = false, recipient = [] }: Pick<CreateOptions, 'passphraseStdin' | 'recipient'>,
  toShares: boolean,
): Promise<BackupProtection> {
  if (passphraseStdin === (recipient.length > 0 || toShares)) {
    throw new CustodianError('USAGE', { problem: { code: 'protection' } });
  }
  const recipients = await Promise.all(recipient.map((file) => readLimited(file, MAX_OPENER_BYTES)));
  const passphrase = passphraseStdin ? await readPassphrase(console.stdin) : null;
  if (passphrase !== null && passphrase.length < SHORT_PASSPHRASE_BYTES) {
    output.remark('The passphrase is short: whoever gets the file can guess it, and it opens every key.');
  }
  return { passphrase, recipients };
}

async function restore(
  context: Context,
  file: string,
  { preview = false, yes = false, ...options }: OpenOptions & { preview?: boolean; yes?: boolean },
): Promise<void> {
  const { output, withCustodian } = context;
  const name = path.basename(file);
  if (!preview && !yes) {
    throw new CustodianError('CONFIRMATION_REQUIRED', { action: { code: 'restoring', file: name } });
  }
  const opener = await openerOf(context, options);
  const source = () => readChunks(file);
  if (preview) {
    const found = await withCustodian((custodian) => custodian.previewRestore(source, opener)).finally(() =>
      opener.bytes.fill(0),
    );
    output.result(found, previewLines);
    return;
  }
  const restored = await withCustodian((custodian) =>
    custodian.restoreBackup(source, opener, { file: name, seen: null }),
  );
  output.result(restored, restoredLines);
  output.exitCode = restored.skipped.some(({ verdict }) => verdict.is === 'conflict') ? EXIT.refused : EXIT.ok;
}

async function openerOf(
  { console }: Context,
  { passphraseStdin = false, identity, share = [] }: OpenOptions,
): Promise<BackupOpener> {
  if ([passphraseStdin, identity !== undefined, share.length > 0].filter(Boolean).length !== 1) {
    throw new CustodianError('USAGE', { problem: { code: 'backup-opener' } });
  }
  if (share.length > 0) {
    return openBySharesAlone(
      await Promise.all(
        share.map(async (file) => ({ name: path.basename(file), bytes: await readLimited(file, MAX_SHARE_BYTES) })),
      ),
    );
  }
  return identity === undefined
    ? { kind: 'passphrase', bytes: await readPassphrase(console.stdin) }
    : { kind: 'identity', bytes: await readLimited(identity, MAX_OPENER_BYTES) };
}

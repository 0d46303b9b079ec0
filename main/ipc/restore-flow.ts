// Drilling and restoring from the window. The file, and what opens it, are asked for here, in dialogs that the page can neither
// see nor answer; the page is shown what would happen, and a restore is agreed to in the window of the main process.
import type { ParsedArgsOf } from '../../shared/contract.ts';
import type { DrillReport } from '../../shared/domain/backup/backup.ts';
import type { Restored, RestorePreview, TenantPreview } from '../../shared/domain/backup/restore.ts';
import { CustodianError } from '../../shared/errors.ts';
import type { DialogWords } from '../../shared/words/words.ts';
import type { BackupSource } from '../acts/backup/check.ts';
import type { GivenShare } from '../acts/backup/open-shares.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { BackupOpener } from '../ports/backup-file.ts';
import { cancelled } from '../ports/stopping.ts';
import type { ChosenBackup, FileDialogs } from './dialogs.ts';
import { grouped } from './grouped.ts';
import type { LookedInto } from './looked-into.ts';
import type { CallContext } from './router.ts';

type Way = ParsedArgsOf<'backup.drill'>['by'];
type Asking = Pick<FileDialogs, 'chooseBackup' | 'askPassphrase' | 'chooseFile' | 'askShare' | 'ask'>;
type Acts = Pick<Custodian, 'drillBackup' | 'previewRestore' | 'restoreBackup' | 'openShares' | 'lookAtShare'>;

/** `null` when the person closed one of the dialogs; nothing is on record then. */
export async function drillInDialogs(
  custodian: Acts,
  dialogs: Asking,
  { by }: ParsedArgsOf<'backup.drill'>,
  { context, words }: { context: CallContext; words: DialogWords },
): Promise<DrillReport | null> {
  const chosen = await choose(custodian, dialogs, by, words);
  return (
    chosen &&
    custodian.drillBackup(watched(chosen.backup, context, { words, readings: 1 }), chosen.opener, chosen.backup.name)
  );
}

/** The same. What opens the backup is kept for the restore. */
export async function lookInDialogs(
  custodian: Acts,
  dialogs: Asking,
  { by }: ParsedArgsOf<'backup.look'>,
  { context, words, looked }: { context: CallContext; words: DialogWords; looked: LookedInto },
): Promise<RestorePreview | null> {
  const chosen = await choose(custodian, dialogs, by, words);
  if (chosen === null) {
    return null;
  }
  const { backup, opener } = chosen;
  try {
    const preview = await custodian.previewRestore(watched(backup, context, { words, readings: 1 }), opener);
    const mine = { ...opener, bytes: Uint8Array.from(opener.bytes) };
    looked.keep({ backup, opener: mine, preview });
    return preview;
  } finally {
    opener.bytes.fill(0);
  }
}

/** `null` for a no. Throws BACKUP_CHANGED once it was forgotten. */
export async function restoreInDialogs(
  custodian: Acts,
  dialogs: Asking,
  { hash }: ParsedArgsOf<'backup.restore'>,
  { context, words, looked }: { context: CallContext; words: DialogWords; looked: LookedInto },
): Promise<Restored | null> {
  const found = looked.take(hash);
  if (found === null) {
    throw new CustodianError('BACKUP_CHANGED', {});
  }
  const { backup, opener, preview } = found;
  const agreed = await dialogs.ask(questionOf(preview, words), context.signal);
  if (agreed === null) {
    looked.keep(found);
    return null;
  }
  const order = { file: backup.name, seen: hash };
  return custodian.restoreBackup(watched(backup, context, { words, readings: 2 }), opener, order);
}

/** Names that are shown; the others are a number. */
const NAMED = 12;

function questionOf({ backup, tenants }: RestorePreview, { restore: words }: DialogWords) {
  const named = (of: readonly TenantPreview[]): string[] => [
    ...of.slice(0, NAMED).map(({ tenant }) => tenant),
    ...(of.length > NAMED ? [words.more(of.length - NAMED)] : []),
  ];
  const coming = tenants.filter(({ verdict }) => verdict.is === 'new');
  const conflicts = tenants.filter(({ verdict }) => verdict.is === 'conflict');
  const facts = [
    { label: words.madeAt, values: [backup.madeAt], mono: false },
    { label: words.device, values: grouped(backup.device), mono: true },
    { label: words.comesIn, values: named(coming), mono: false },
    { label: words.stays, values: [String(tenants.length - coming.length - conflicts.length)], mono: false },
    { label: words.conflicts, values: named(conflicts), mono: false },
  ];
  return {
    title: words.ask,
    tenant: null,
    facts: facts.filter(({ values }) => values.length > 0),
    means: words.means,
    yes: words.yes,
    grave: false,
    fields: [],
  };
}

interface Chosen {
  backup: ChosenBackup;
  opener: BackupOpener;
}

async function choose(
  custodian: Acts,
  dialogs: Asking,
  by: Way,
  { restore: words }: DialogWords,
): Promise<Chosen | null> {
  const backup = await dialogs.chooseBackup(words.which);
  const opener = backup && (await openerFor(custodian, dialogs, { by, name: backup.name }, words));
  return backup && opener && { backup, opener };
}

async function openerFor(
  custodian: Acts,
  dialogs: Asking,
  { by, name }: { by: Way; name: string },
  words: DialogWords['restore'],
): Promise<BackupOpener | null> {
  switch (by) {
    case 'passphrase': {
      const bytes = await dialogs.askPassphrase(name, false);
      return bytes && { kind: 'passphrase', bytes };
    }
    case 'identity': {
      const file = await dialogs.chooseFile(words.identity);
      return file && { kind: 'identity', bytes: file.bytes };
    }
    case 'shares':
      return byShares(custodian, dialogs, words);
  }
}

/** One after the other, until they are as many as the first of them says. */
async function byShares(custodian: Acts, dialogs: Asking, words: DialogWords['restore']): Promise<BackupOpener | null> {
  const given: GivenShare[] = [];
  try {
    for (let needed = 2; given.length < needed;) {
      const share = await dialogs.askShare(words.share(given.length + 1, given.length === 0 ? null : needed));
      if (share === null) {
        return null;
      }
      needed = (await custodian.lookAtShare(share)).threshold;
      given.push(share);
    }
    return await custodian.openShares(given);
  } finally {
    given.forEach(({ bytes }) => bytes.fill(0));
  }
}

/** Tells how far it is, by what was read of the file, and ends where the officer stops it. */
function watched(
  { source, bytes }: ChosenBackup,
  { signal, progress }: CallContext,
  { words, readings }: { words: DialogWords; readings: number },
): BackupSource {
  let read = 0;
  let told = -1;
  return async function* watching() {
    for await (const chunk of source()) {
      if (signal.aborted) {
        throw cancelled();
      }
      yield chunk;
      read += chunk.length;
      const percent = Math.min(100, Math.floor((100 * read) / Math.max(1, bytes * readings)));
      if (percent !== told) {
        told = percent;
        progress(percent, 100, words.progress.reading);
      }
    }
  };
}

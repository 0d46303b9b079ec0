// English sentences for errors: backups.
import { backupAdvice, backupFlaw } from '../problems/backup.ts';
import { shareAdvice, shareFlaw } from '../problems/shares.ts';
import { say, type Sentences } from '../../sentence.ts';

export const backupSentences = {
  BACKUP_UNREADABLE: ({ problem }) => say(`${backupFlaw(problem)}. Nothing was changed.`, backupAdvice(problem)),
  SHARES_UNFIT: ({ from, problem }) =>
    say(`${from === null ? '' : `${from}: `}${shareFlaw(problem)}. Nothing was changed.`, shareAdvice(problem)),
  BACKUP_TOO_NEW: ({ found, known }) =>
    say(
      `The backup was made by a newer Key Custodian (version ${found}, this one knows ${known}). Nothing was changed.`,
      'Update Key Custodian, then try again.',
    ),
  BACKUP_CHANGED: () =>
    say(
      'The backup is not the one that was inspected, or the registry has changed since. Nothing was changed.',
      'Look at what would be restored once more.',
    ),
  BACKUP_NOT_PROVEN: () =>
    say(
      'Read back, the backup is not what was written, so it does not count and was removed.',
      'Take another disk or stick. No key counts as backed up by it.',
    ),
  BACKUP_NOT_POSSIBLE: () =>
    say(
      'The private keys cannot leave the place where they are, so there is no backup of them.',
      'Back that place up by its own means.',
    ),
} satisfies Partial<Sentences>;

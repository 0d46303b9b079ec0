// A backup held against itself, and shares put together, without opening registry or keychain.
import type { BackupOpener } from '../ports/backup-file.ts';
import { type BackupSource, checkBackup, type CheckedBackup } from '../acts/backup/check.ts';
import { type GivenShare, openByShares } from '../acts/backup/open-shares.ts';
import { createReading } from '../reading/reading.ts';
import { MIGRATIONS } from '../registry/migrations.ts';

/** Throws BACKUP_UNREADABLE and BACKUP_TOO_NEW. Overwrites the opener. */
export async function checkBackupAlone(source: BackupSource, opener: BackupOpener): Promise<CheckedBackup> {
  try {
    return await checkBackup({ reading: createReading(), schema: MIGRATIONS.length }, source, opener);
  } finally {
    opener.bytes.fill(0);
  }
}

/** Throws SHARES_UNFIT. Overwrites what was given; the caller overwrites what opens. */
export const openBySharesAlone = (given: readonly GivenShare[]): Promise<BackupOpener> =>
  openByShares(createReading(), given);

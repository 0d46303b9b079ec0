// Backups: made, drilled and restored. The files, and what opens them, are asked for outside the page.
import { z } from 'zod';
import type { Backup, BackupStatus, DrillReport } from '../domain/backup/backup.ts';
import type { Restored, RestorePreview } from '../domain/backup/restore.ts';
import { shareOrderSchema } from '../domain/backup/shares.ts';
import { PROTECTIONS } from '../domain/exports/hand-over.ts';
import { hashSchema } from '../fields.ts';
import { dialog, read } from './act.ts';
import { noArgs } from './arguments.ts';

/** By what a backup is opened. */
export const BACKUP_OPENERS = ['passphrase', 'shares', 'identity'] as const;
const openedBy = z.strictObject({ by: z.enum(BACKUP_OPENERS) });

export const backupActs = {
  'backup.status': read<BackupStatus>()(noArgs),
  /**
   * Asks the officer for the passphrase or the recipient, and for the place; hands the sheets of shares over. `null` when a
   * dialog was closed; nothing was written then.
   */
  'backup.create': dialog<Backup | null>()(
    z.discriminatedUnion('protection', [
      z.strictObject({ protection: z.enum(PROTECTIONS) }),
      z.strictObject({ protection: z.literal('shares'), shares: shareOrderSchema }),
    ]),
  ),
  /** Asks for the file and for what opens it. `null` when a dialog was closed; nothing is on record then. */
  'backup.drill': dialog<DrillReport | null>()(openedBy, { stops: true }),
  /** The same, for a look at what a restore would do. */
  'backup.look': dialog<RestorePreview | null>()(openedBy, { stops: true }),
  /** The backup that was looked into last, by the hash of the preview. `null` for a no. Throws BACKUP_CHANGED. */
  'backup.restore': dialog<Restored | null>()(z.strictObject({ hash: hashSchema }), { stops: true }),
};

// Backups. What needs a file to be read is on the command line alone (main/acts/backup).
import { z } from 'zod';
import type { Backup, BackupStatus } from '../domain/backup/backup.ts';
import { PROTECTIONS } from '../domain/exports/hand-over.ts';
import { dialog, read } from './act.ts';
import { noArgs } from './arguments.ts';

export const backupActs = {
  'backup.status': read<BackupStatus>()(noArgs),
  /**
   * Asks the officer for the passphrase or the recipient, and for the place. `null` when a dialog was closed; nothing was
   * written then.
   */
  'backup.create': dialog<Backup | null>()(z.strictObject({ protection: z.enum(PROTECTIONS) })),
};

// Backups. What is asked for with a passphrase and a file is in main/acts/backup; this is what anybody may ask.
import type { BackupStatus } from '../domain/backup/backup.ts';
import { read } from './act.ts';
import { noArgs } from './arguments.ts';

export const backupActs = {
  'backup.status': read<BackupStatus>()(noArgs),
};

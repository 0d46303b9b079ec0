// A backup as acts see it: files on their way in. What is private among them is a key in hand or a secret.
import type { ListedFile } from '../../shared/domain/backup/format.ts';
import type { PrivateKey } from './key-store.ts';
import type { Secret } from './secret.ts';

/** By which a backup is opened. The caller overwrites it. */
export interface BackupOpener {
  kind: 'passphrase' | 'identity' | 'shares';
  /** UTF-8: the passphrase, a file with age identities, or the identity that shares made. */
  bytes: Uint8Array;
}

export type BackupFile = ListedFile & ({ content: Uint8Array } | { secret: Secret } | { key: PrivateKey | null });

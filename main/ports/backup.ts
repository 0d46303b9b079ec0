// A backup as acts see it: parts by name on their way out. What is private among them is never bytes here: it is a name in its
// store, or a secret.
import type { ListedFile } from '../../shared/domain/backup/format.ts';
import type { Secret } from './secret.ts';
import type { ShareSplit } from './share.ts';

/** `key` is the name of a key in its store, which goes into the backup as PKCS#8 in PEM. */
export type BackupPart =
  | { path: string; bytes: Uint8Array }
  | { path: string; secret: Secret }
  | { path: string; key: string };

/** Told of each part once it is in the backup, or why it is not: the store does not have it, or not whole. */
export type PartTold = (part: BackupPart, file: ListedFile | 'missing' | 'damaged') => void;

/** A passphrase, or recipients and shares. The caller overwrites the passphrase. */
export interface BackupProtection {
  /** UTF-8. */
  passphrase: Uint8Array | null;
  /** Files with age recipients or SSH public keys, one each. */
  recipients: readonly Uint8Array[];
  /** A recipient of its own, whose identity is split; it goes together with others. */
  shares?: ShareSplit | undefined;
}

export interface SealedBackup {
  /** The age file, to be read once and to its end. */
  chunks: AsyncIterable<Uint8Array>;
  /** In words. */
  protection: string;
  /** By their fingerprints; empty under a passphrase. */
  recipients: string[];
  /** `null` where none were asked for. */
  shares: SealedShares | null;
}

export interface SealedShares {
  /** Later backups that are sealed to it open by the same shares. */
  recipient: string;
  /** By which they know each other. */
  set: string;
  /** The code of each. The caller disposes of them. */
  codes: readonly Secret[];
}

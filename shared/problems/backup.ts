// What is wrong with a backup: code -> its values.
import type { Coded } from './coded.ts';

export interface BackupFlaws {
  'no-backup': null;
  'wrong-passphrase': null;
  'other-recipient': null;
  'other-shares': null;
  'needs-passphrase': null;
  'needs-identity': null;
  'identity-unusable': null;
  'too-costly': null;
  /** Cut off, or altered. */
  damaged: null;
  unexpected: { path: string };
  twice: { path: string };
  'too-large': { path: string };
  'not-listed': { path: string };
  'file-missing': { path: string };
  'file-other': { path: string };
  unreadable: { path: string };
  'other-key': { kid: string };
  'key-unreadable': { kid: string };
  'key-missing': { kid: string };
  'chain-broken': { entry: number };
  'signature-wrong': null;
  'rows-unfit': null;
}

export type BackupFlaw = Coded<BackupFlaws>;

// What is wrong with a backup, and what to do about it.
import { type CodedWords, told } from '../../../problems/coded.ts';
import type { BackupFlaw, BackupFlaws } from '../../../problems/backup.ts';

const words: CodedWords<BackupFlaws> = {
  'no-backup': 'The file is no backup of Key Custodian',
  'wrong-passphrase': 'The passphrase does not open the backup',
  'other-recipient': 'The backup is sealed to others: this identity does not open it',
  'other-shares': 'The shares belong to another backup',
  'needs-passphrase': 'The backup is under a passphrase, and something else was given',
  'needs-identity': 'The backup is sealed to recipients, and a passphrase was given',
  'identity-unusable': 'The file holds no age identity that can be used',
  'too-costly': 'The backup asks for more work than is done for a passphrase here, so it was not made by Key Custodian',
  damaged: 'The backup is cut off or damaged',
  unexpected: ({ path }) => `The backup holds ${path}, which no backup has`,
  twice: ({ path }) => `The backup holds ${path} twice`,
  'too-large': ({ path }) => `${path} in the backup is larger than such a file can be`,
  'not-listed': ({ path }) => `${path} is in the backup and not in its list`,
  'file-missing': ({ path }) => `${path} is missing from the backup`,
  'file-other': ({ path }) => `${path} in the backup is not what its list says`,
  unreadable: ({ path }) => `${path} in the backup cannot be read`,
  'other-key': ({ kid }) => `The private key beside ${kid} in the backup belongs to another public key`,
  'key-unreadable': ({ kid }) => `The private key of ${kid} in the backup cannot be used`,
  'key-missing': ({ kid }) => `The private key of ${kid} is not in the backup, and the backup does not say why`,
  'chain-broken': ({ entry }) => `The audit chain in the backup does not hold at entry ${entry}`,
  'signature-wrong': 'The signature of the backup does not hold: somebody put it together by hand',
  'rows-unfit': 'The records in the backup do not belong together',
};

export const backupFlaw = told<BackupFlaws>(words);

const advices: Partial<Record<BackupFlaw['code'], string>> = {
  'wrong-passphrase': 'Type it once more; capital letters and blanks count.',
  'other-recipient': 'Give the file with the age identity of one of its recipients.',
  'other-shares': 'Compare “Set” on the sheets with what was noted when the backup was made.',
  'needs-identity': 'Give the file with the age identity of one of its recipients, or enough shares.',
  'needs-passphrase': 'Give the passphrase.',
  'identity-unusable': 'It begins with AGE-SECRET-KEY-. For SSH and hardware keys see the guide on backups.',
  'no-backup': 'Check that it is the file you mean.',
  'too-costly': 'Check that it is the file you mean.',
};

const ANOTHER = 'Take another copy of it, or another backup. Find out what happened to this one.';

export const backupAdvice = ({ code }: BackupFlaw): string => advices[code] ?? ANOTHER;

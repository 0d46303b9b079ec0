// The sheet of paper that a holder of a share gets. It is read years later, by somebody who was not there: it says what it is.
import { count } from '../numbers.ts';

export const en = {
  title: (number: number, of: number) => `Share ${number} of ${of}`,
  program: 'Key Custodian: backup of private keys',
  lead: (threshold: number) =>
    `Any ${count(threshold, 'different share', 'different shares')} of this set together open the backup. Fewer say nothing about it.`,
  keep: 'Keep this sheet where nobody but its holder gets at it. Do not photograph or copy it, and do not keep it with the backup.',
  holder: 'Held by',
  set: 'Set',
  madeAt: 'Backup of',
  id: 'Number of the backup',
  sha256: 'SHA-256 of the file',
  device: 'Device that made it',
  audit: 'Audit chain',
  anchor: (entries: number) => `${count(entries, 'entry', 'entries')}, head`,
  recipient: 'Recipient of the set',
  words: 'The words, in their order (the first four letters of each are enough)',
  code: 'The same as a code',
  use: (threshold: number) =>
    `To open: Key Custodian, Backup, Restore or Drill, by shares; or “custodian backup restore FILE --share …” with ${threshold} sheets. Without Key Custodian: the guide on backups.`,
};

// English sentences for errors: the registry and its audit chain.
import { registryFlaw } from '../problems/registry.ts';
import { diskProblem } from '../problems/disk.ts';
import { holder as holderWords, unsigned as unsignedWords } from '../problems/acts.ts';
import type { AlteredPart } from '../../../domain/audit/registry-state.ts';
import { say, type Sentences } from '../../sentence.ts';

const ALTERED: Record<AlteredPart, string> = {
  seal: 'The key registry no longer carries the seal of this keychain: it was changed outside Key Custodian',
  schema: 'The schema of the key registry was changed outside Key Custodian',
  entries: 'The audit chain of the key registry was changed outside Key Custodian',
  records: 'Records of the key registry were changed outside Key Custodian',
};

export const registrySentences = {
  REGISTRY_IN_USE: ({ holder }) =>
    say(
      `The key registry is open in another Key Custodian (${holderWords(holder)}).`,
      'Close that window or wait for that command to end, then try again.',
    ),
  REGISTRY_OF_PRODUCT: () =>
    say(
      'These are the data of the installed Key Custodian, and this is a checkout of its sources. They were not opened.',
      'Leave --data-dir out to work on the checkout’s own data. To open the installed one’s on purpose, add --product.',
    ),
  REGISTRY_FULL: ({ file }) =>
    say(
      `The disk with the key registry is full, so nothing was recorded and nothing was changed. (${file})`,
      'Make room on that disk, then repeat. What is there can still be read and exported to another disk.',
    ),
  REGISTRY_READ_ONLY: ({ file }) =>
    say(
      `The key registry may be read but not changed here, so nothing was done. (${file})`,
      'Give your user the right to write to the data folder and to the files in it, or make the disk writable.',
    ),
  REGISTRY_UNREACHABLE: ({ problem }) =>
    say(
      `The key registry cannot be opened or read: ${diskProblem(problem)}. Nothing was changed.`,
      'Check that the data folder is the right one, that its disk is there, and that it is yours.',
    ),
  REGISTRY_DAMAGED: ({ detail }) =>
    say(`The key registry cannot be read (${registryFlaw(detail)}).`, 'Restore the data folder from a backup.'),
  REGISTRY_OLDER: ({ entries, remembered }) =>
    say(
      `The key registry is older than the keychain remembers${entries < remembered ? ` (${entries} entries of ${remembered})` : ''}.`,
      'Put the newest copy of the data folder back. Nothing was changed. See “custodian doctor”.',
    ),
  REGISTRY_ALTERED: ({ what, tenant }) =>
    say(
      `${ALTERED[what]}${tenant === null ? '' : ` (“${tenant}”)`}, so nothing was done.`,
      'Restore the data folder from a backup. “custodian doctor” names what differs; if you made the change yourself, accept it there.',
    ),
  AUDIT_BROKEN: ({ unsigned }) =>
    say(
      `The audit chain does not hold, so this device signs ${unsignedWords[unsigned]}.`,
      'See “custodian doctor” first.',
    ),
  REGISTRY_TOO_NEW: ({ found, known }) =>
    say(
      `The key registry was written by a newer Key Custodian (schema ${found}, this one knows ${known}).`,
      'Nothing was opened or changed. Install the newer version; “custodian update verify” checks its package. As it was ' +
        'before the newer one changed it, the registry lies in “copies” in the data folder.',
    ),
} satisfies Partial<Sentences>;

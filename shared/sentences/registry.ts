// English sentences for errors: the registry and its audit chain.
import { say, type Sentences } from './sentence.ts';

export const registrySentences = {
  REGISTRY_IN_USE: ({ holder }) =>
    say(
      `The key registry is open in another Key Custodian (${holder}).`,
      'Close that window or wait for that command to end, then try again.',
    ),
  REGISTRY_OF_PRODUCT: () =>
    say(
      'These are the data of the installed Key Custodian, and this is a checkout of its sources. They were not opened.',
      'Leave --data-dir out to work on the checkout’s own data. To open the installed one’s on purpose, add --product.',
    ),
  REGISTRY_DAMAGED: ({ detail }) =>
    say(`The key registry cannot be read (${detail}).`, 'Restore the data folder from a backup.'),
  REGISTRY_OLDER: ({ entries, remembered }) =>
    say(
      `The key registry is older than the keychain remembers (${entries} entries of ${remembered}).`,
      'Put the newest copy of the data folder back. Nothing was changed. See “custodian doctor”.',
    ),
  AUDIT_BROKEN: ({ detail }) =>
    say(`The audit chain does not hold, so this device signs ${detail}.`, 'See “custodian doctor” first.'),
  REGISTRY_TOO_NEW: ({ found, known }) =>
    say(
      `The key registry was written by a newer Key Custodian (schema ${found}, this one knows ${known}).`,
      'Update Key Custodian.',
    ),
} satisfies Partial<Sentences>;

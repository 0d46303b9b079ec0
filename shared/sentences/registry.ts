// English sentences for errors: the registry and its audit chain.
import type { AlteredPart } from '../model/registry-state.ts';
import { say, type Sentences } from './sentence.ts';

const ALTERED: Record<AlteredPart, string> = {
  seal: 'The key registry does not carry the seal of this keychain any more: it was changed outside Key Custodian',
  schema: 'The schema of the key registry was changed outside Key Custodian',
  entries: 'The audit chain of the key registry was changed outside Key Custodian',
  records: 'Records of the key registry were changed outside Key Custodian',
};

export const registrySentences = {
  REGISTRY_IN_USE: ({ holder }) =>
    say(
      `The key registry is open in another Key Custodian (${holder}).`,
      'Close that window or wait for that command to end, then try again.',
    ),
  REGISTRY_DAMAGED: ({ detail }) =>
    say(`The key registry cannot be read (${detail}).`, 'Restore the data folder from a backup.'),
  REGISTRY_OLDER: ({ entries, remembered }) =>
    say(
      `The key registry is older than the keychain remembers (${entries} entries of ${remembered}).`,
      'Put the newest copy of the data folder back. Nothing was changed. See “custodian doctor”.',
    ),
  REGISTRY_ALTERED: ({ what, tenant }) =>
    say(
      `${ALTERED[what]}${tenant === null ? '' : ` (“${tenant}”)`}, so nothing was done.`,
      'Restore the data folder from a backup. “custodian doctor” names what differs; if you made the change yourself, accept it there.',
    ),
  AUDIT_BROKEN: ({ detail }) =>
    say(`The audit chain does not hold, so this device signs ${detail}.`, 'See “custodian doctor” first.'),
  REGISTRY_TOO_NEW: ({ found, known }) =>
    say(
      `The key registry was written by a newer Key Custodian (schema ${found}, this one knows ${known}).`,
      'Update Key Custodian.',
    ),
} satisfies Partial<Sentences>;

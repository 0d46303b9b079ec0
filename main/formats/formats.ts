// The port `Formats`.
import type { Formats } from '../ports/formats.ts';
import { certificateFacts } from './certificate-facts.ts';
import { identitiesOf } from './identities.ts';
import { recordedHalf } from './key-record.ts';
import { publicJwk } from './public-jwk.ts';

export const createFormats = (): Formats => ({
  certificateFacts,
  publicJwk,
  identitiesOf,
  spkiOf: (key) => recordedHalf(key).spki,
  writer: async () => (await import('./write.ts')).createFormatWriter(),
});

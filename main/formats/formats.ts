// The port `Formats`.
import type { Formats } from '../ports/formats.ts';
import { certificateFacts } from './certificate-facts.ts';
import { recordedHalf } from './key-record.ts';
import { publicJwk } from './public-jwk.ts';

export const createFormats = (): Formats => ({
  certificateFacts,
  publicJwk,
  spkiOf: (key) => recordedHalf(key).spki,
  writer: async () => (await import('./write.ts')).createFormatWriter(),
});

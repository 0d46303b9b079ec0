// The pin of the public key on one line, for code and settings that pin it. It stays the same when the certificate is
// issued anew for the same key.
import { createHash, createPublicKey } from 'node:crypto';
import { asText, type BareFormat, utf8 } from './format.ts';
import { pinOf } from './fingerprint.ts';

export const pin: BareFormat = {
  text: true,
  encode: ({ spki }) => utf8(`${pinOf(spki)}\n`),
  holds: (file, { jwk }) => {
    const spki = createPublicKey({ key: { ...jwk }, format: 'jwk' }).export({ format: 'der', type: 'spki' });
    return asText(file) === `sha256/${createHash('sha256').update(spki).digest('base64')}\n`;
  },
};

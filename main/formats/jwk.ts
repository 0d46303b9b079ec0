// One public key as a JWK document (RFC 7517), indented for people, with a final line end.
import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { certificateSpki } from './spki.ts';
import { asText, type KeyFormat, type PublicKeyRecord, sameBytes, utf8 } from './format.ts';

/** What a reader of the file relies on; the key members go to node:crypto as they are. */
const writtenJwk = z.looseObject({
  kty: z.string(),
  kid: z.string(),
  alg: z.string(),
  x5c: z.tuple([z.base64()], z.base64()),
});

export const jsonFile = (value: unknown): Uint8Array => utf8(`${JSON.stringify(value, null, 2)}\n`);

/** Opens the parsed JWK with node:crypto and compares key, certificate and names. */
export function holdsJwk(parsed: unknown, { certificate, chain, jwk: wanted }: PublicKeyRecord): boolean {
  const found = writtenJwk.parse(parsed);
  const spki = createPublicKey({ key: found, format: 'jwk' }).export({ format: 'der', type: 'spki' });
  return (
    found.kid === wanted.kid &&
    found.alg === wanted.alg &&
    sameBytes(spki, certificateSpki(certificate)) &&
    found.x5c.length === 1 + chain.length &&
    [certificate, ...chain].every((each, at) => sameBytes(Buffer.from(found.x5c[at] ?? '', 'base64'), each))
  );
}

export const jwk: KeyFormat = {
  text: true,
  encode: (key) => jsonFile(key.jwk),
  holds: (file, key) => holdsJwk(JSON.parse(asText(file)), key),
};

// One public key as a JWK document (RFC 7517), indented for people, with a final line end.
import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { asText, type BareFormat, type BareKeyRecord, sameBytes, utf8 } from './format.ts';

/** What a reader of the file relies on; the key members go to node:crypto as they are. */
const writtenJwk = z.looseObject({
  kty: z.string(),
  kid: z.string(),
  alg: z.string().optional(),
  x5c: z.array(z.base64()).optional(),
});

export const jsonFile = (value: unknown): Uint8Array => utf8(`${JSON.stringify(value, null, 2)}\n`);

/** Opens the parsed JWK with node:crypto and compares key, certificates and names. */
export function holdsJwk(parsed: unknown, { spki, jwk: wanted }: BareKeyRecord): boolean {
  const found = writtenJwk.parse(parsed);
  const read = createPublicKey({ key: found, format: 'jwk' }).export({ format: 'der', type: 'spki' });
  const [written, meant] = [found.x5c ?? [], wanted.x5c ?? []];
  return (
    found.kid === wanted.kid &&
    found.alg === wanted.alg &&
    sameBytes(read, spki) &&
    written.length === meant.length &&
    meant.every((each, at) => each === written[at])
  );
}

export const jwk: BareFormat = {
  text: true,
  encode: (key) => jsonFile(key.jwk),
  holds: (file, key) => holdsJwk(JSON.parse(asText(file)), key),
};

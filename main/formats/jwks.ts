// A JWK set (RFC 7517 §5) of any number of keys, in the order given, indented for people.
import { z } from 'zod';
import { asText, type BareSetFormat } from './format.ts';
import { holdsJwk, jsonFile } from './jwk.ts';

const writtenSet = z.strictObject({ keys: z.array(z.unknown()) });

export const jwks: BareSetFormat = {
  text: true,
  encodeSet: (keys) => jsonFile({ keys: keys.map((key) => key.jwk) }),
  holdsSet: (file, wanted) => {
    const { keys } = writtenSet.parse(JSON.parse(asText(file)));
    return keys.length === wanted.length && wanted.every((key, index) => holdsJwk(keys[index], key));
  },
};

// The port `KeyWorkshop`: every operation that touches private material, each in a file of its own.
import type { KeyWorkshop } from '../core/ports.ts';
import { certify } from './certify.ts';
import { generateKey } from './generate.ts';
import { publicHalf } from './public-half.ts';
import { publicJwk } from './public-jwk.ts';
import { readPrivateKey } from './read-private-key.ts';
import { signToken } from './sign.ts';

export function createKeyWorkshop(): KeyWorkshop {
  return { generate: generateKey, read: readPrivateKey, certify, publicHalf, publicJwk, sign: signToken };
}

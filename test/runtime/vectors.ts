// Runs test vectors of cryptography against what the product calls: signatures as tokens have them, whole tokens, AES key
// wrap, AES-GCM, public points. No test framework: it also runs bundled inside Electron.
import { webcrypto } from 'node:crypto';
import { aeskw } from '@noble/ciphers/aes.js';
import { publicKeyFlaws } from '../../shared/domain/key-ring/strength.ts';
import { tokenParameters } from '../../main/encoding/algorithms.ts';
import { CONTENT_ENCRYPTIONS } from '../../main/reading/protection/jwe-content.ts';
import { verifySignature } from '../../main/reading/verify.ts';
import type { SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import type { PublicJwk } from '../../shared/domain/key-ring/key.ts';

type Hex = string;

export type Vector = { name: string } & (
  | {
      kind: 'signature';
      alg: SigningAlgorithm;
      jwk: object;
      message: Hex;
      signature: Hex;
      valid: boolean;
      /** PSS: as long as the hash when left out, as tokens have it. */
      saltLength?: number;
    }
  | { kind: 'token'; alg: SigningAlgorithm; jwk: object; compact: string; valid: boolean }
  /** `plain` is `null` where it must not open. */
  | { kind: 'key-wrap'; kek: Hex; wrapped: Hex; plain: Hex | null }
  | { kind: 'content'; enc: string; key: Hex; iv: Hex; aad: Hex; ciphertext: Hex; tag: Hex; plain: Hex | null }
  | { kind: 'point'; jwk: object; valid: boolean }
);

const bytes = (hex: Hex): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (octets: Uint8Array | null): Hex | null => (octets === null ? null : Buffer.from(octets).toString('hex'));

/** The names of those whose answer is wrong. */
export async function wrongVectors(vectors: readonly Vector[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const vector of vectors) {
    if (!(await isRight(vector))) {
      wrong.push(vector.name);
    }
  }
  return wrong;
}

async function isRight(vector: Vector): Promise<boolean> {
  switch (vector.kind) {
    case 'signature':
      return (await verifies(vector)) === vector.valid;
    case 'token':
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the members of the key are the vector's
      return (await verifySignature(vector.compact, vector.jwk as PublicJwk, vector.alg)) === vector.valid;
    case 'key-wrap':
      return hex(unwrapped(bytes(vector.kek), bytes(vector.wrapped))) === vector.plain;
    case 'content':
      return hex(opened(vector)) === vector.plain;
    case 'point':
      return (publicKeyFlaws({ ...vector.jwk }).length === 0) === vector.valid;
  }
}

/** As jose does it for the tokens of this algorithm. */
async function verifies({
  alg,
  jwk,
  message,
  signature,
  saltLength,
}: Extract<Vector, { kind: 'signature' }>): Promise<boolean> {
  const token = tokenParameters(alg);
  const parameters =
    token.name === 'RSA-PSS'
      ? { ...token, saltLength: saltLength ?? Number(alg.slice(-3)) / 8 }
      : token.name === 'ECDSA'
        ? { ...token, hash: `SHA-${alg.slice(-3)}` }
        : token;
  try {
    const key = await webcrypto.subtle.importKey('jwk', jwk, token, false, ['verify']);
    return await webcrypto.subtle.verify(parameters, key, bytes(signature), bytes(message));
  } catch {
    return false;
  }
}

function unwrapped(kek: Uint8Array, wrapped: Uint8Array): Uint8Array | null {
  try {
    return aeskw(kek).decrypt(wrapped);
  } catch {
    return null;
  }
}

function opened({ enc, key, iv, aad, ciphertext, tag }: Extract<Vector, { kind: 'content' }>): Uint8Array | null {
  const content = { iv: bytes(iv), ciphertext: bytes(ciphertext), tag: bytes(tag), authenticated: bytes(aad) };
  return CONTENT_ENCRYPTIONS[enc]?.open(bytes(key), content) ?? null;
}

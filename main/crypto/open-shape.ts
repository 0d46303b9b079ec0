// A judged private key becomes a key object, and its public half gets the one form under which the key is known.
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { PrivateShape } from './key-shape.ts';
import { publicMembers } from './public-jwk.ts';
import { DAMAGED, unreadable } from './unreadable.ts';

export interface OpenedKey {
  privateKey: KeyObject;
  /** DER SubjectPublicKeyInfo. */
  spki: Buffer;
}

/** Throws KEY_UNREADABLE. */
export function openShape({ pkcs8 }: PrivateShape): OpenedKey {
  try {
    const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    return { privateKey, spki: canonicalSpki(createPublicKey(privateKey)) };
  } catch (cause) {
    throw unreadable(DAMAGED, cause);
  }
}

/** Through the JWK form, so that EC points are uncompressed and equal keys have equal bytes whatever the file said. */
export function canonicalSpki(key: KeyObject): Buffer {
  const jwk = { ...publicMembers(key) };
  return createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'der', type: 'spki' });
}

export const publicKeyFrom = (spki: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });

// A judged private key becomes a key object, and its public key gets the one form under which the key is known.
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { KeyFileProblem } from '../../shared/problems/key-file.ts';
import type { KeyShape, PrivateShape } from './private-shape.ts';
import { rsaSpki, spkiOf } from '../encoding/public-parts.ts';
import { DAMAGED, unreadable } from '../encoding/unreadable.ts';

export interface OpenedKey {
  privateKey: KeyObject;
  /** DER SubjectPublicKeyInfo. */
  spki: Buffer;
}

/** Throws KEY_UNREADABLE. */
export function openShape({ pkcs8, outOfRange }: PrivateShape): OpenedKey {
  if (outOfRange) {
    throw unreadable(OUT_OF_RANGE); // the libraries do not agree on what becomes of it
  }
  try {
    const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    return { privateKey, spki: spkiOf(createPublicKey(privateKey)) };
  } catch (cause) {
    throw unreadable(DAMAGED, cause);
  }
}

/**
 * DER SubjectPublicKeyInfo of a key that is perhaps not in order: RSA from its numbers, because BoringSSL does not open
 * inconsistent ones and OpenSSL does. Throws KEY_UNREADABLE.
 */
export const shapeSpki = (shape: PrivateShape): Buffer =>
  shape.rsa === null ? openShape(shape).spki : rsaSpki(shape.rsa.n, shape.rsa.e);

/** `null` for a key that is closed, or that cannot be used. */
export function openedSpki({ shape }: { shape: KeyShape }): Buffer | null {
  try {
    return shape.form === 'private' ? shapeSpki(shape) : null;
  } catch {
    return null;
  }
}

export const OUT_OF_RANGE: KeyFileProblem = { code: 'out-of-range' };

/** `spki` is in the one form. */
export const publicKeyFrom = (spki: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });

// The public half that belongs to a private key in custody, proven by a signature: the point that an EC file names beside
// its number is otherwise just believed. It goes through the JWK form, so that equal keys have equal bytes.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { CustodianError } from '../../shared/errors.ts';
import { publicMembers } from './public-jwk.ts';

const MESSAGE = Buffer.from('do these two halves belong together?');

/**
 * DER SubjectPublicKeyInfo. Throws KEY_UNREADABLE when the bytes are no PKCS#8 key or its halves do not belong together,
 * KEY_UNSUPPORTED for other kinds.
 */
export function publicHalf(pkcs8: Uint8Array): Uint8Array {
  const privateKey = open(pkcs8);
  const publicKey = createPublicKey({ key: { ...publicMembers(createPublicKey(privateKey)) }, format: 'jwk' });
  const digest = privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  if (!verify(digest, MESSAGE, publicKey, sign(digest, MESSAGE, privateKey))) {
    throw new CustodianError('KEY_UNREADABLE', { problem: 'its two halves do not belong together' });
  }
  return publicKey.export({ format: 'der', type: 'spki' });
}

function open(pkcs8: Uint8Array): KeyObject {
  const key = Buffer.from(pkcs8.buffer, pkcs8.byteOffset, pkcs8.byteLength);
  try {
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  } catch (cause) {
    throw new CustodianError('KEY_UNREADABLE', { problem: 'it is not a PKCS#8 key' }, { cause });
  }
}

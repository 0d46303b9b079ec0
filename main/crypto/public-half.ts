// The public half that belongs to a private key in custody. It goes through the JWK form, so that equal keys have equal
// bytes whatever program once wrote the private half.
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { CustodianError } from '../../shared/errors.ts';
import { publicMembers } from './public-jwk.ts';

/** DER SubjectPublicKeyInfo. Throws KEY_UNREADABLE when the bytes are no PKCS#8 key, KEY_UNSUPPORTED for other kinds. */
export function publicHalf(pkcs8: Uint8Array): Uint8Array {
  const key = { ...publicMembers(createPublicKey(open(pkcs8))) };
  return createPublicKey({ key, format: 'jwk' }).export({ format: 'der', type: 'spki' });
}

function open(pkcs8: Uint8Array): KeyObject {
  const key = Buffer.from(pkcs8.buffer, pkcs8.byteOffset, pkcs8.byteLength);
  try {
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  } catch (cause) {
    throw new CustodianError('KEY_UNREADABLE', { problem: 'it is not a PKCS#8 key' }, { cause });
  }
}

// The public key that belongs to a private key in custody, proven by a signature: the point that an EC file names beside
// its number is otherwise just believed. It has the one form in which equal keys have equal bytes.
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { signatureFlaw } from '../../reading/judge-key.ts';
import { spkiOf } from '../../encoding/public-parts.ts';
import { unreadable } from '../../encoding/unreadable.ts';

/**
 * DER SubjectPublicKeyInfo. Throws KEY_UNREADABLE when the bytes are no PKCS#8 key or its halves do not belong together,
 * KEY_UNSUPPORTED for other kinds.
 */
export function provenPublicKey(pkcs8: Uint8Array): Uint8Array {
  const privateKey = open(pkcs8);
  const spki = spkiOf(createPublicKey(privateKey));
  if (signatureFlaw({ privateKey, spki }) !== null) {
    throw unreadable({ code: 'halves-apart' });
  }
  return spki;
}

function open(pkcs8: Uint8Array): KeyObject {
  const key = Buffer.from(pkcs8.buffer, pkcs8.byteOffset, pkcs8.byteLength);
  try {
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  } catch (cause) {
    throw unreadable({ code: 'not-pkcs8' }, cause);
  }
}

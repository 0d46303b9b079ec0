// By which certificates name the key that they are about, and the key that signed them.
import { createHash } from 'node:crypto';
import { derSequence } from '../../shared/encoding/der.ts';

/** RFC 5280 §4.2.1.2 method 1: SHA-1 of the bits of the public key, without tag, length and unused-bits octet. */
export function keyIdentifier(spki: Uint8Array): string {
  const bits = derSequence(spki)?.[1]?.contents.subarray(1) ?? new Uint8Array();
  return createHash('sha1').update(bits).digest('hex');
}

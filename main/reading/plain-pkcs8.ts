// PKCS#8 version 1 (RFC 5208) without attributes: the normal form of every private key that is read.
import { TAG } from '../../shared/encoding/der.ts';
import { encodeDer } from '../encoding/der.ts';
import { erasing } from '../ports/secret.ts';

/** `algorithm` is an AlgorithmIdentifier in DER. */
export function plainPkcs8(algorithm: Uint8Array, key: Uint8Array): Buffer {
  using inner = erasing(encodeDer(TAG.octetString, key));
  return encodeDer(TAG.sequence, encodeDer(TAG.integer, Buffer.of(0)), algorithm, inner);
}

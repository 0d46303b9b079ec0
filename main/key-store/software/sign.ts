// Signs as JWS wants it (RFC 7518 §3, RFC 8037). The algorithm comes from the ring, never from what is signed; the key enters
// Web Crypto as non-extractable and is dropped after the one signature.
import { webcrypto } from 'node:crypto';
import type { SigningAlgorithm } from '../../../shared/domain/limits.ts';
import { ALGORITHMS } from '../../encoding/algorithms.ts';

export async function signBytes(pkcs8: Uint8Array, alg: SigningAlgorithm, message: Uint8Array): Promise<Uint8Array> {
  const { token, certificate } = ALGORITHMS[alg];
  const { subtle } = webcrypto;
  const key = await subtle.importKey('pkcs8', pkcs8, token, false, ['sign']);
  if (!('hash' in certificate)) {
    return new Uint8Array(await subtle.sign(token, key, message));
  }
  const { hash } = certificate;
  // RFC 7518 §3.5: a salt as long as the hash; only PSS takes one.
  const parameters = { name: token.name, hash, saltLength: Number(hash.slice('SHA-'.length)) / 8 };
  return new Uint8Array(await subtle.sign(parameters, key, message));
}

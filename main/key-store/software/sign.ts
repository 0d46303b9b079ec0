// Signs as JWS wants it (RFC 7518 §3, RFC 8037). The algorithm comes from the ring, never from what is signed.
import { webcrypto } from 'node:crypto';
import { ALGORITHMS, type SigningAlgorithm } from '../../../shared/domain/algorithms.ts';
import { certificateParameters, tokenParameters } from '../../encoding/algorithms.ts';

/** For the signing of tokens, or of what is about the key itself: its certificates and requests. */
type Purpose = 'token' | 'certificate';

const PARAMETERS = { token: tokenParameters, certificate: certificateParameters };

/** A private key (PKCS#8, DER) inside Web Crypto, which gives it out to nobody. */
export const signingKeyOf = (
  pkcs8: Uint8Array,
  alg: SigningAlgorithm,
  purpose: Purpose,
): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey('pkcs8', pkcs8, PARAMETERS[purpose](alg), false, ['sign']);

/** The key is one of the algorithm. */
export async function signBytes(
  key: webcrypto.CryptoKey,
  alg: SigningAlgorithm,
  message: Uint8Array,
): Promise<Uint8Array> {
  const { name } = tokenParameters(alg);
  const { hash } = ALGORITHMS[alg];
  const { subtle } = webcrypto;
  if (hash === null) {
    return new Uint8Array(await subtle.sign({ name }, key, message));
  }
  // RFC 7518 §3.5: a salt as long as the hash; only PSS takes one.
  const parameters = { name, hash, saltLength: Number(hash.slice('SHA-'.length)) / 8 };
  return new Uint8Array(await subtle.sign(parameters, key, message));
}

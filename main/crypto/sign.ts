// Signs the claims of a token (JWS compact form, RFC 7515 §7.1). The algorithm comes from the ring, never from the
// claims; the key enters Web Crypto as non-extractable and is dropped after the one signature.
import { webcrypto } from 'node:crypto';
import { SignJWT } from 'jose';
import type { SigningAlgorithm } from '../../shared/domain/limits.ts';
import { ALGORITHMS } from './algorithms.ts';

export async function signToken(
  pkcs8: Uint8Array,
  alg: SigningAlgorithm,
  kid: string,
  claims: Record<string, unknown>,
  type = 'JWT',
): Promise<string> {
  const key = await webcrypto.subtle.importKey('pkcs8', pkcs8, ALGORITHMS[alg].token, false, ['sign']);
  return new SignJWT(claims).setProtectedHeader({ alg, kid, typ: type }).sign(key);
}

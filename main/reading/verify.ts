// Verifying a compact JWS with one public key of ours. The algorithm is pinned to the key's: what the token itself
// says about that is never believed (RFC 8725 §3.1 and §3.2), so neither `none` nor an HMAC with the public key passes.
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import type { PublicJwk } from '../../shared/domain/key-ring/key.ts';
import { namesOf, type SigningAlgorithm } from '../../shared/domain/algorithms.ts';

/** True when the signature is the key's. Never throws for a bad token. */
export async function verifySignature(compact: string, jwk: PublicJwk, alg: SigningAlgorithm): Promise<boolean> {
  try {
    if (decodeProtectedHeader(compact).crit !== undefined) {
      return false; // no extension is known here; the only one of jose, unencoded payloads, is not for JWTs (RFC 7797 §7)
    }
    const key = await importJWK({ ...jwk }, alg);
    await compactVerify(compact, key, { algorithms: namesOf(alg) });
    return true;
  } catch {
    return false;
  }
}

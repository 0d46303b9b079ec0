// What a stranger can see of a tenant: nothing here knows more than public addresses.
import type { Fetched } from '../../shared/domain/evidence/evidence.ts';
import type { PublicPlace } from '../../shared/domain/tenant/public-addresses.ts';
import type { SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import type { RemoteKey } from '../../shared/domain/published-set/publication.ts';
import type { Proof } from '../../shared/domain/evidence/proof.ts';

/** The outside: knows nothing but public addresses. With the signal given, both throw CANCELLED. */
export interface PublicVerifier {
  /**
   * Fetches the JWKS over a fresh connection and verifies the token through it alone, then compares what verifiers find
   * by discovery. Never throws for a failed proof: the failing step is in the result.
   */
  prove(
    place: PublicPlace,
    token: string,
    expected: { kid: string; alg: SigningAlgorithm },
    signal?: AbortSignal,
  ): Promise<{ proof: Proof; fetched: Fetched | null }>;
  /** What is listed right now, the Cache-Control header that came with it, and the hash (hex) of the body. */
  listed(jwksUrl: string, signal?: AbortSignal): Promise<PublicSet>;
}

export interface PublicSet {
  kids: string[];
  keys: RemoteKey[];
  /** Names of private members that stand in the document, but in none of its keys. */
  exposedBeside: string[];
  cacheControl: string | null;
  jwksSha256: string;
}

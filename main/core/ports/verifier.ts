// What a stranger can see of a tenant: nothing here knows more than public addresses.
import type { Exchange } from '../../../shared/evidence.ts';
import type { SigningAlgorithm } from '../../../shared/limits.ts';
import type { RemoteKey } from '../../../shared/model/publication.ts';
import type { Proof } from '../../../shared/model/proof.ts';

export interface Fetched {
  exchange: Exchange;
  /** As it came, unless it held private members. */
  body: string;
  /** The names of the members that were taken out; `all` when the whole body was. */
  withheld: string[];
}

/** Where strangers look. */
export interface PublicAddresses {
  jwksUrl: string;
  /** The issuer's OpenID Connect metadata; `null` where there is none by convention. */
  metadataUrl: string | null;
  /** The tenant's own key set, which does not show custom keys; `null` where the tenant has no second one. */
  canonicalJwksUrl: string | null;
}

/** The outside: knows nothing but public addresses. With the signal given, both throw CANCELLED. */
export interface PublicVerifier {
  /**
   * Fetches the JWKS over a fresh connection and verifies the token through it alone, then compares what verifiers find
   * by discovery. Never throws for a failed proof: the failing step is in the result.
   */
  prove(
    addresses: PublicAddresses,
    token: string,
    expected: { kid: string; alg: SigningAlgorithm; issuer: string },
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

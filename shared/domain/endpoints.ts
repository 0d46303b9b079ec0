// What is known of each kind of endpoint: one row each. Nothing else in the program says what a kind can take.
import type { EndpointKind, SigningAlgorithm } from './limits.ts';

interface EndpointTraits {
  /** How many keys its set holds at most; `null` where nobody set a limit. RFC 7517 knows none. */
  places: number | null;
  /** Algorithms whose keys it refuses. */
  refuses: readonly SigningAlgorithm[];
}

/**
 * "Customer Provided Public Signing Keys" at Auth0: at most ten, and the key schema of the Management API knows RSA and EC
 * only. The sandbox does as Auth0 does.
 */
const MANAGEMENT_API: EndpointTraits = { places: 10, refuses: ['Ed25519'] };

export const ENDPOINTS: Record<EndpointKind, EndpointTraits> = {
  auth0: MANAGEMENT_API,
  sandbox: MANAGEMENT_API,
  jwks: { places: null, refuses: [] },
};

export const isPushable = (alg: SigningAlgorithm, endpoint: EndpointKind): boolean =>
  !ENDPOINTS[endpoint].refuses.includes(alg);

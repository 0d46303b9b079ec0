// Evidence from outside: what a stranger sees who knows nothing but public addresses.
import type { PROOF_STEPS } from '../limits.ts';
import type { ProofFact } from './proof-facts.ts';
import type { Instant } from '../timing/instant.ts';

/** One check of a proof. `detail` is what it found in plain English; `fact` is the same as a code, missing on old records. */
export interface ProofStep {
  step: (typeof PROOF_STEPS)[number];
  ok: boolean;
  detail: string;
  fact?: ProofFact;
}

/** Evidence that a token signed here is accepted through the public endpoint alone. */
export interface Proof {
  ok: boolean;
  at: Instant;
  jwksUrl: string;
  kid: string;
  /** SHA-256 (hex) of the JWKS body seen. */
  jwksSha256: string | null;
  /** The Cache-Control header seen, verbatim. */
  cacheControl: string | null;
  steps: ProofStep[];
  /** Where the set is read at several places: whether the key was proven at every one of them in the same run. */
  everywhere?: boolean;
}

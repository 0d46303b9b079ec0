// A token that somebody pasted, and what we make of it.
import type { KeyState } from '../limits.ts';
import type { SigningAlgorithm } from '../algorithms.ts';

export type TokenProblem =
  /** No key of the tenant made this signature. */
  | 'unknown-signer'
  | 'unsafe-algorithm'
  | 'critical-extension'
  /** A key of ours signed, but the header names another. */
  | 'kid-does-not-match'
  | 'signer-revoked'
  | 'signer-not-in-use'
  | 'no-expiry'
  | 'expired'
  | 'not-yet-valid'
  | 'issued-in-the-future';

/** What a token says and what we make of it. Claims are shown as they are, trusted or not. */
export interface TokenReading {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  signedBy: { kid: string; state: KeyState; alg: SigningAlgorithm } | null;
  /** Signed by a key of ours, with no problem found. */
  accepted: boolean;
  problems: TokenProblem[];
}

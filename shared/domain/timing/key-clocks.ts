// What the clocks of a key say, in a form that crosses every border: an instant, the sum that led to it, and a code
// for the reason. The words for the codes are in shared/words/{en,de}/waiting.ts; the rules are in shared/domain/timing/clocks.ts.
import type { Instant } from './instant.ts';

/** One addend of a wait. The window shows the sum, so that nobody has to believe a date. */
export interface ClockPart {
  code:
    | 'verifier-cache'
    | 'consumer-cache'
    | 'seen-cache'
    /** The same, where the endpoint asks for more than is believed. */
    | 'seen-cache-capped'
    | 'stale-on-error'
    | 'token-lifetime'
    | 'clock-skew'
    | 'safety';
  seconds: number;
}

export type ClockReason =
  /** Nothing of the ring was ever announced, so nobody outside can miss anything. */
  | 'nothing-announced'
  /** Pushed or not, the key was not yet seen in the public JWKS: the wait has not begun. */
  | 'never-published'
  /** Verifiers may still work from a copy of the JWKS without this key. */
  | 'verifiers-warming'
  /** The key has not been rotated out, so tokens are still made with it. */
  | 'still-signing'
  /** Tokens signed with the key may still be valid. */
  | 'tokens-alive'
  /** The key is not revoked, so there is nothing to take effect. */
  | 'not-revoked'
  /** Revoked, but not yet seen to be gone from the public JWKS. */
  | 'not-taken-down'
  /** Verifiers may still work from a copy of the JWKS with this key. */
  | 'verifiers-forgetting'
  /** No time is left to wait for, but consumers that hold keys by hand have not confirmed. */
  | 'consumers-unconfirmed';

export interface ClockReading {
  /** When it is time; in the past when it has come. `null` when something must happen first: `why` says what. */
  at: Instant | null;
  /** The fact that the sum starts from; `null` when nothing is summed. */
  since: Instant | null;
  /** `at` = `since` + the sum of these. */
  parts: ClockPart[];
  why: ClockReason;
  /** Names of registered consumers whose confirmation is missing: no instant opens the clock before they have given it. */
  waitsFor: string[];
}

export type WorstCase = Pick<ClockReading, 'at' | 'parts'>;

/** Of what depends on caches. */
export interface CautiousReading extends ClockReading {
  /** The same for caches that serve stale answers while the endpoint fails (stale-if-error, RFC 5861 §4). */
  worst: WorstCase;
}

/** When a revocation has reached every verifier. */
export interface BitesReading extends CautiousReading {
  /** True when the policy or the register knows verifiers that hold the key by hand: no instant covers those. */
  pinned: boolean;
}

/** The clocks of one key. Each is given whatever the state of the key; `why` says when it does not apply yet. */
export interface KeyClocks {
  readyToSign: CautiousReading;
  safeToRevoke: ClockReading;
  bitesEverywhere: BitesReading;
}

/** The largest cache lives that a tenant's JWKS endpoint was ever seen to ask for. Values only grow. */
export interface CacheSeen {
  /** Freshness and stale-while-revalidate together, in seconds. */
  seconds: number;
  /** Freshness and stale-if-error together, in seconds; never less than `seconds`. */
  onErrorSeconds: number;
  /** The header in which `seconds` was seen, verbatim. */
  header: string;
}

/** How a server's clock and this machine's differ. */
export interface ClockDifference {
  host: string;
  seconds: number;
  /** Where this machine is. */
  direction: 'ahead' | 'behind';
}

/** What an officer stated about the clock. */
export interface StatedClock {
  at: Instant;
  reason: string;
  /** The server whose clock was called wrong. */
  server: string | null;
  /** Kids of keys whose dates lay in the future. */
  corrected: string[];
}

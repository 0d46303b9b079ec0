// Keys of others in a published set: each goes in or out only by a decision that a person made after it was shown.
import type { Instant } from '../timing/instant.ts';

/** The decision to keep one, as it is remembered. It is good for this very key: another one under its name is undecided. */
export interface KeptForeign {
  /** Its kid, or its thumbprint when it has none. */
  name: string;
  /** What it consists of: the RFC 7638 thumbprint, or a hash of its members where it has none. */
  material: string;
  reason: string;
  at: Instant;
  by: string;
}

/** A wish of this push: keep the key, and why. */
export interface KeepForeign {
  name: string;
  reason: string;
}

/** `kept`: decided before. `keep`, `remove`: decided with this push. */
export type ForeignDecision =
  | (Pick<KeptForeign, 'reason' | 'at' | 'by'> & { kind: 'kept' })
  | { kind: 'keep'; reason: string }
  | { kind: 'remove' };

/** A key of others, as a preview shows it. */
export interface ForeignKey {
  name: string;
  material: string;
  /** It is there now; otherwise a rollback would bring it back. */
  isThere: boolean;
  /** `null`: nothing is decided, and so nothing goes. */
  decision: ForeignDecision | null;
}

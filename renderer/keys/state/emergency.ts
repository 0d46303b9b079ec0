// What verifiers do after an emergency: which still accept tokens of the revoked key, and which refuse those of the new
// one, some time after the push. From the catalogue of verifiers; the exact instant is the clock's business.
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { PolicyTerms } from '../../../shared/domain/timing/policy.ts';
import { VERIFIER_IDS, VERIFIERS, type Verifier, type VerifierId } from '../../../shared/domain/verifiers.ts';
import { isOpen, phaseOf } from './clocks.ts';
import { keyIn } from '../../../shared/domain/key-ring/lane.ts';

/** Seconds after the push at which an officer should picture the verifiers. */
export const MOMENTS = [60, 600, 43_200] as const;

export interface Moment {
  seconds: number;
  /** They accept tokens of the revoked key: their copy of the key set may still hold it. */
  accepting: VerifierId[];
  /** They refuse tokens of the new key: their copy may not hold it yet. */
  refusing: VerifierId[];
}

/** A pause before a verifier looks again for an unknown kid; the longest that the catalogue knows. */
const PAUSE_SECONDS = 300;

/** The verifiers to reckon with; all of the catalogue when the policy names none. */
export function verifiersOf({ verifiers }: Pick<PolicyTerms, 'verifiers'>): readonly VerifierId[] {
  return verifiers.length > 0 ? verifiers : VERIFIER_IDS;
}

/** `newKeyKnown`: every verifier has fetched the key that takes over, so none refuses it. */
export function aftermath(verifiers: readonly VerifierId[], newKeyKnown: boolean): Moment[] {
  return MOMENTS.map((seconds) => ({
    seconds,
    accepting: verifiers.filter((id) => holdsFor(VERIFIERS[id]) > seconds),
    refusing: newKeyKnown ? [] : verifiers.filter((id) => learnsAfter(VERIFIERS[id]) > seconds),
  }));
}

const holdsFor = ({ seconds }: Verifier): number => seconds ?? Infinity;

function learnsAfter(verifier: Verifier): number {
  switch (verifier.refetch) {
    case 'yes':
      return 0;
    case 'paused':
      return Math.min(PAUSE_SECONDS, holdsFor(verifier));
    case 'no':
    case 'never':
    case 'unknown':
      return holdsFor(verifier);
  }
}

/** `nextKid`: who takes over, unless it leaked as well; `null` when a key made then has to. */
export interface EmergencyOutcome {
  revokedKid: string;
  nextKid: string | null;
  /** Verifiers know the next key already. */
  nextKnown: boolean;
}

/** What the emergency would do to the ring; `null` when nothing signs that could be revoked. */
export function emergencyOutcome({ keys, clocks }: RingView, now: number): EmergencyOutcome | null {
  const [current, next] = [keyIn('current', keys), keyIn('next', keys)];
  if (current === null) {
    return null;
  }
  const ready = next === null ? undefined : clocks[next.kid]?.readyToSign;
  return {
    revokedKid: current.kid,
    nextKid: next?.kid ?? null,
    nextKnown: ready !== undefined && isOpen(phaseOf(ready, now)),
  };
}

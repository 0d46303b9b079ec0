// The clocks at work: an act that comes too early is refused with the instant when it becomes allowed. An officer may
// go ahead with a typed reason, which is recorded; nobody can go ahead on a clock that was set back.
import type { ClockReason } from '../../../shared/domain/timing/key-clocks.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { PlanOrder } from '../../../shared/domain/plan/plan.ts';
import { type ClockFacts, guardClock, readyToRotate, safeToRevoke } from '../../../shared/domain/timing/clocks.ts';
import { keyIn } from '../../../shared/domain/key-ring/lane.ts';
import { mayRevoke, mayRotate, type Refusal, refuse } from '../../../shared/domain/key-ring/may.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import { keysOfRing } from '../find.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { clockFacts } from '../ring-facts.ts';
import { standingDisagreement, stillDisagrees } from '../../../shared/domain/timing/trusted-time.ts';

interface Guarded {
  reader: RegistryReader;
  tenant: Tenant;
  ring: KeyRing;
  now: Instant;
  /** The officer's reason for going early. */
  override: string | undefined;
}

/** What an act went ahead of, for its audit entry. */
export interface Overridden {
  why: ClockReason;
  /** Consumers that had not confirmed. */
  waitsFor: string[];
}

/** Answers with what was overridden; `null` when the act is in time. */
export function assertMayRotate(guarded: Guarded, order?: PlanOrder): Overridden | null {
  const { ring, now } = guarded;
  return assertInTime(guarded, (keys, facts) => {
    const next = keyIn('next', keys);
    return mayRotate(ring.name, keys, next === null ? undefined : readyToRotate(next, facts, order), now);
  });
}

/** For the revocation of a previous key. */
export function assertMayRevoke(guarded: Guarded, kid: string): Overridden | null {
  return assertInTime(guarded, (keys, facts) => {
    const key = keys.find((candidate) => candidate.kid === kid);
    return key === undefined ? null : mayRevoke(key, safeToRevoke(key, facts), guarded.now);
  });
}

/** A clock that is behind the last recorded act, or as wrong as a server showed it to be, freezes every guarded step. */
export function assertClockRuns(reader: RegistryReader, now: Instant): void {
  const verdict = guardClock(reader.latestInstant(), now);
  if (!verdict.ok) {
    throw new CustodianError('CLOCK_SET_BACK', { seconds: verdict.seconds });
  }
  const difference = stillDisagrees(standingDisagreement(reader.clockEntries()), now);
  if (difference !== null) {
    throw new CustodianError('CLOCK_DISAGREES', difference);
  }
}

function assertInTime(
  { reader, tenant, ring, now, override }: Guarded,
  may: (keys: SigningKey[], facts: ClockFacts) => Refusal,
): Overridden | null {
  assertClockRuns(reader, now);
  const refusal = may(keysOfRing(reader, ring), clockFacts(reader, tenant, ring));
  // Time alone can be gone ahead of, with a reason; nothing else.
  if (refusal?.code !== 'CLOCK_TOO_EARLY' || override === undefined) {
    refuse(refusal);
    return null;
  }
  const { why, waitsFor } = refusal.facts;
  return { why, waitsFor };
}

// The clocks at work: an act that comes too early is refused with the instant when it becomes allowed. An officer may
// go ahead with a typed reason, which is recorded; nobody can go ahead on a clock that was set back.
import type { ClockReason, Guard } from '../../../shared/domain/timing/key-clocks.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { PlanOrder } from '../../../shared/domain/plan/plan.ts';
import { type ClockFacts, guardClock, guardRevoke, guardRotate } from '../../../shared/domain/timing/clocks.ts';
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
  return assertInTime(guarded, 'rotating', (facts) => guardRotate(facts, guarded.now, order));
}

/** For the revocation of a previous key. */
export function assertMayRevoke(guarded: Guarded, kid: string): Overridden | null {
  return assertInTime(guarded, 'revoking', (facts) => {
    const key = facts.keys.find((candidate) => candidate.kid === kid);
    return key === undefined ? { ok: true } : guardRevoke(key, facts, guarded.now);
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
  action: 'rotating' | 'revoking',
  guard: (facts: ClockFacts) => Guard,
): Overridden | null {
  assertClockRuns(reader, now);
  const verdict = guard(clockFacts(reader, tenant, ring));
  if (verdict.ok) {
    return null;
  }
  const { kid, at, why, waitsFor } = verdict;
  if (override === undefined) {
    throw new CustodianError('CLOCK_TOO_EARLY', { kid, action, at, why, waitsFor });
  }
  return { why, waitsFor };
}

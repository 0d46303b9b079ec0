// The clocks at work: an act that comes too early is refused with the instant when it becomes allowed. An officer may
// go ahead with a typed reason, which is recorded; nobody can go ahead on a clock that was set back.
import type { ClockReason } from '../../../shared/domain/timing/key-clocks.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { PlanOrder } from '../../../shared/domain/plan/plan.ts';
import { type ClockFacts, guardClock, readyToRotate, safeToRevoke } from '../../../shared/domain/timing/clocks.ts';
import { mayGoLive } from '../../../shared/domain/backup/gate.ts';
import { keyIn } from '../../../shared/domain/key-ring/lane.ts';
import { mayRevoke, mayRotate, type Refusal, refuse } from '../../../shared/domain/key-ring/may.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import { keysOfRing } from '../find.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { clockFacts, policyOf } from '../ring-facts.ts';
import { termsFor } from '../../../shared/domain/timing/terms.ts';
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
  /** Why it came too early; `null` where it did not. */
  why: ClockReason | null;
  /** Consumers that had not confirmed. */
  waitsFor: string[];
  /** It is in no backup. */
  withoutBackup: boolean;
}

/** Answers with what was overridden; `null` when nothing speaks against it. */
export function assertMayRotate(guarded: Guarded, order?: PlanOrder): Overridden | null {
  const { reader, tenant, ring, now } = guarded;
  const backedUp = reader.backedUpKeys(tenant.id);
  const terms = termsFor(tenant.environment, policyOf(reader, tenant));
  const goesLive = (next: SigningKey): Refusal => mayGoLive(tenant, terms, next, backedUp);
  const early = assertInTime(guarded, (keys, facts) => {
    const next = keyIn('next', keys);
    const ready = next === null ? undefined : readyToRotate(next, facts, order);
    return mayRotate(ring.name, keys, ready, { now, goesLive });
  });
  const next = keyIn('next', keysOfRing(reader, ring));
  // Who goes ahead of the clock goes ahead of this too: the same reason, said once.
  return early !== null && next !== null ? { ...early, withoutBackup: goesLive(next) !== null } : early;
}

/** For the revocation of a previous key. */
export function assertMayRevoke(guarded: Guarded, kid: string): Overridden | null {
  return assertInTime(guarded, (keys, facts) => {
    const key = keys.find((candidate) => candidate.kid === kid);
    return key === undefined ? null : mayRevoke(key, safeToRevoke(key, facts), guarded.now);
  });
}

/** CLOCK_SET_BACK where the clock is behind the last recorded act. */
export function setBack(reader: RegistryReader, now: Instant): CustodianError<'CLOCK_SET_BACK'> | null {
  const verdict = guardClock(reader.latestInstant(), now);
  return verdict.ok ? null : new CustodianError('CLOCK_SET_BACK', { seconds: verdict.seconds });
}

/** A clock that is behind the last recorded act, or as wrong as a server showed it to be, freezes every guarded step. */
export function assertClockRuns(reader: RegistryReader, now: Instant): void {
  const back = setBack(reader, now);
  if (back !== null) {
    throw back;
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
  // Time, and a backup that is missing, can be gone ahead of with a reason; nothing else.
  if (override !== undefined && refusal?.code === 'CLOCK_TOO_EARLY') {
    return { why: refusal.facts.why, waitsFor: refusal.facts.waitsFor, withoutBackup: false };
  }
  if (override !== undefined && refusal?.code === 'KEY_NOT_BACKED_UP') {
    return { why: null, waitsFor: [], withoutBackup: true };
  }
  refuse(refusal);
  return null;
}

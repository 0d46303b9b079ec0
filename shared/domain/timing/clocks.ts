// The clocks of a key, as sums over facts: when a next key is ready to sign, when a previous key can be revoked without
// harm, and when a revocation has reached every verifier. Translated from the timing of DNSSEC rollovers (RFC 7583):
// what verifiers may have in their caches decides, not what was sent. Pure; `now` enters only at the guards.
import type {
  BitesReading,
  CautiousReading,
  ClockPart,
  ClockReading,
  ClockReason,
  KeyClocks,
  WorstCase,
} from './key-clocks.ts';
import type { Instant } from './instant.ts';
import type { PlanOrder } from '../plan/plan.ts';
import type { PolicyTerms } from './policy.ts';
import { type CacheFacts, cachesInSeries, cachesOnError } from './caches.ts';
import { stillNeeding, withoutKey } from '../consumers/needs.ts';
import { hasCome, latest, plusSeconds } from './instants.ts';
import { hasPinned } from './terms.ts';
import type { KeyDates } from '../records.ts';

/** What the clocks of a ring depend on. */
export interface ClockFacts extends CacheFacts {
  /** All keys of the ring. */
  keys: readonly KeyDates[];
}

/** Nothing of the ring ever left this machine by a push, and nothing of it was seen outside. */
export function isUnannounced(keys: readonly KeyDates[]): boolean {
  return keys.every((key) => key.announcedAt === null && key.publishedAt === null);
}

/**
 * A next key is ready when every verifier that holds an older JWKS must have fetched it again, and every consumer that
 * holds keys by hand has it. The worst case is told and not waited for: it would close every rotation for a day because of
 * an outage that nobody has seen.
 */
export function readyToSign(key: KeyDates, facts: ClockFacts): CautiousReading {
  const waitsFor = withoutKey(key, facts.consumers);
  if (isUnannounced(facts.keys)) {
    return { ...atOnce(key.createdAt), waitsFor };
  }
  const why = key.publishedAt === null ? 'never-published' : 'verifiers-warming';
  const worst = reckoned(key.publishedAt, [...cachesOnError(facts), safetyPart(facts.terms)]);
  return { ...summed(key.publishedAt, readyParts(facts), why), worst, waitsFor };
}

/**
 * A previous key can be taken down when no token signed with it can be valid, and no consumer holds on to it. Counts from the last signature made here
 * or from the rotation, whichever is later, because the private key may also have signed elsewhere until then.
 */
export function safeToRevoke(key: KeyDates, facts: ClockFacts): ClockReading {
  const waitsFor = stillNeeding(key, facts.consumers);
  if (isUnannounced(facts.keys) && key.uses === 0) {
    return { ...summed(key.previousAt ?? key.createdAt, [], 'nothing-announced'), waitsFor };
  }
  const since = key.previousAt === null ? null : latest(key.previousAt, key.lastUsedAt);
  const why = key.previousAt === null ? 'still-signing' : 'tokens-alive';
  return { ...summed(since, safeParts(facts.terms), why), waitsFor };
}

/** What is waited for from “seen outside” to “ready to sign”. */
export const readyParts = (facts: CacheFacts): ClockPart[] => [...cachesInSeries(facts), safetyPart(facts.terms)];

/** The same in seconds, where nobody asks for the parts. */
export const readySeconds = (facts: CacheFacts): number => secondsOf(readyParts(facts));

/** What is waited for from “signs no more” to “safe to revoke”. */
export function safeParts({ tokenLifetimeSeconds, clockSkewSeconds, safetySeconds }: PolicyTerms): ClockPart[] {
  return [
    { code: 'token-lifetime', seconds: tokenLifetimeSeconds },
    { code: 'clock-skew', seconds: clockSkewSeconds },
    safetyPart({ safetySeconds }),
  ];
}

/** A revocation bites when every cache that was filled before the key was taken down has let go of it. */
export function bitesEverywhere(key: KeyDates, facts: ClockFacts): BitesReading {
  const waitsFor = stillNeeding(key, facts.consumers);
  const pinned = hasPinned(facts.terms) || waitsFor.length > 0;
  if (key.revokedAt !== null && isUnannounced([key])) {
    return { ...atOnce(key.revokedAt), pinned, waitsFor };
  }
  const why =
    key.revokedAt === null ? 'not-revoked' : key.takenDownAt === null ? 'not-taken-down' : 'verifiers-forgetting';
  const worst = reckoned(key.takenDownAt, cachesOnError(facts));
  return { ...summed(key.takenDownAt, cachesInSeries(facts), why), worst, pinned, waitsFor };
}

export function clocksOf(key: KeyDates, facts: ClockFacts): KeyClocks {
  return {
    readyToSign: readyToSign(key, facts),
    safeToRevoke: safeToRevoke(key, facts),
    bitesEverywhere: bitesEverywhere(key, facts),
  };
}

/** The same for an order: who rotates first updates the consumers afterwards, so they are not waited for. */
export function readyToRotate(next: KeyDates, facts: ClockFacts, order: PlanOrder = 'apps-first'): ClockReading {
  const reading = readyToSign(next, facts);
  return order === 'rotate-first' ? { ...reading, waitsFor: [] } : reading;
}

/** A step back of this size is the ordinary correction of a clock. */
export const CLOCK_TOLERANCE_SECONDS = 2;

type ClockGuard = { ok: true } | { ok: false; seconds: number };

/**
 * Refuses every guarded step while this machine's clock is behind an instant that is known to have passed, such as
 * that of the last audit entry. Waits measured with such a clock mean nothing, so they are frozen, never opened.
 */
export function guardClock(lastKnown: Instant | null, now: Instant): ClockGuard {
  const behind = lastKnown === null ? 0 : (Date.parse(lastKnown) - Date.parse(now)) / 1000;
  return behind <= CLOCK_TOLERANCE_SECONDS ? { ok: true } : { ok: false, seconds: Math.ceil(behind) };
}

/** From when, and what is waited for; `null` when it is time. */
export function inTime(
  { at, why, waitsFor }: Pick<ClockReading, 'at' | 'why' | 'waitsFor'>,
  now: Instant,
): Pick<ClockReading, 'at' | 'why' | 'waitsFor'> | null {
  if (!hasCome(at, now) && why !== 'nothing-announced') {
    return { at, why, waitsFor };
  }
  return waitsFor.length === 0 ? null : { at: null, why: 'consumers-unconfirmed', waitsFor };
}

const safetyPart = ({ safetySeconds }: Pick<PolicyTerms, 'safetySeconds'>): ClockPart => ({
  code: 'safety',
  seconds: safetySeconds,
});

export const secondsOf = (parts: readonly ClockPart[]): number => parts.reduce((sum, { seconds }) => sum + seconds, 0);

const reckoned = (since: Instant | null, parts: ClockPart[]): WorstCase => ({
  at: since === null ? null : plusSeconds(since, secondsOf(parts)),
  parts,
});

const summed = (since: Instant | null, parts: ClockPart[], why: ClockReason): Omit<ClockReading, 'waitsFor'> => ({
  ...reckoned(since, parts),
  since,
  why,
});

/** Nobody outside knows anything, so nothing is waited for. */
const atOnce = (since: Instant): Omit<CautiousReading, 'waitsFor'> => ({
  ...summed(since, [], 'nothing-announced'),
  worst: reckoned(since, []),
});

// The clocks of a key, as sums over facts: when a next key is ready to sign, when a previous key can be revoked without
// harm, and when a revocation has reached every verifier. Translated from the timing of DNSSEC rollovers (RFC 7583):
// what verifiers may have in their caches decides, not what was sent. Pure; `now` enters only at the guards.
import type { BitesReading, CacheSeen, ClockPart, ClockReading, ClockReason, KeyClocks } from './key-clocks.ts';
import type { Instant } from './instant.ts';
import type { PlanOrder } from '../plan/plan.ts';
import type { PolicyTerms } from './policy.ts';
import { MAX_CACHE_SECONDS } from './cache-control.ts';
import { longestConsumerCache, type RegisteredConsumer, stillNeeding, withoutKey } from '../consumers/needs.ts';
import { hasCome, latest, plusSeconds } from './instants.ts';
import { hasPinned, verifierCacheSeconds } from './terms.ts';
import type { KeyDates } from '../records.ts';

/** What the clocks of a ring depend on. */
export interface ClockFacts {
  /** All keys of the ring. */
  keys: readonly KeyDates[];
  terms: PolicyTerms;
  /** The widest Cache-Control ever seen at the tenant's JWKS; `null` when none was. */
  cacheSeen: CacheSeen | null;
  /** The registered consumers that verify tokens of the ring. */
  consumers: readonly RegisteredConsumer[];
}

/** Nothing of the ring ever left this machine by a push, and nothing of it was seen outside. */
export function isUnannounced(keys: readonly KeyDates[]): boolean {
  return keys.every((key) => key.announcedAt === null && key.publishedAt === null);
}

/**
 * A next key is ready when every verifier that holds an older JWKS must have fetched it again, and every consumer that
 * holds keys by hand has it.
 */
export function readyToSign(key: KeyDates, facts: ClockFacts): ClockReading {
  const waitsFor = withoutKey(key, facts.consumers);
  if (isUnannounced(facts.keys)) {
    return { ...summed(key.createdAt, [], 'nothing-announced'), waitsFor };
  }
  const why = key.publishedAt === null ? 'never-published' : 'verifiers-warming';
  return { ...summed(key.publishedAt, readyParts(facts), why), waitsFor };
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
export function readyParts(facts: Omit<ClockFacts, 'keys'>): ClockPart[] {
  return [cachePart(facts), { code: 'safety', seconds: facts.terms.safetySeconds }];
}

/** What is waited for from “signs no more” to “safe to revoke”. */
export function safeParts({ tokenLifetimeSeconds, clockSkewSeconds, safetySeconds }: PolicyTerms): ClockPart[] {
  return [
    { code: 'token-lifetime', seconds: tokenLifetimeSeconds },
    { code: 'clock-skew', seconds: clockSkewSeconds },
    { code: 'safety', seconds: safetySeconds },
  ];
}

/** A revocation bites when every cache that was filled before the key was taken down has let go of it. */
export function bitesEverywhere(key: KeyDates, facts: ClockFacts): BitesReading {
  const waitsFor = stillNeeding(key, facts.consumers);
  const pinned = hasPinned(facts.terms) || waitsFor.length > 0;
  if (key.revokedAt !== null && isUnannounced([key])) {
    const reading = summed(key.revokedAt, [], 'nothing-announced');
    return { ...reading, worst: { at: key.revokedAt, parts: [] }, pinned, waitsFor };
  }
  const shared = seenPart(facts);
  const onError: ClockPart = { code: 'stale-on-error', seconds: capped(facts.cacheSeen?.onErrorSeconds ?? 0) };
  const why =
    key.revokedAt === null ? 'not-revoked' : key.takenDownAt === null ? 'not-taken-down' : 'verifiers-forgetting';
  // A shared cache may serve the old set to its end, and a verifier that fetches it then keeps it for a life of its own.
  const own = verifierPart(facts);
  const { at, parts } = summed(
    key.takenDownAt,
    inSeries([onError.seconds > shared.seconds ? onError : shared, own]),
    why,
  );
  return { ...summed(key.takenDownAt, inSeries([shared, own]), why), worst: { at, parts }, pinned, waitsFor };
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

/** The longest cache that anybody may hold, and how that is known. */
function cachePart(facts: Omit<ClockFacts, 'keys'>): ClockPart {
  const [own, shared] = [verifierPart(facts), seenPart(facts)];
  return shared.seconds > own.seconds ? shared : own;
}

/** How long verifiers keep a set by themselves. */
function verifierPart({ terms, consumers }: Omit<ClockFacts, 'keys'>): ClockPart {
  const verifiers: ClockPart = { code: 'verifier-cache', seconds: verifierCacheSeconds(terms) };
  const registered: ClockPart = { code: 'consumer-cache', seconds: longestConsumerCache(consumers) };
  return registered.seconds > verifiers.seconds ? registered : verifiers;
}

/** How long the caches on the way may serve a set. What was seen before there was a limit is held to it too. */
function seenPart({ cacheSeen }: Pick<ClockFacts, 'cacheSeen'>): ClockPart {
  const seconds = cacheSeen?.seconds ?? 0;
  const absurd = seconds >= MAX_CACHE_SECONDS;
  return { code: absurd ? 'seen-cache-capped' : 'seen-cache', seconds: capped(seconds) };
}

const capped = (seconds: number): number => Math.min(seconds, MAX_CACHE_SECONDS);

/** A part of no length is not told. */
const inSeries = (parts: ClockPart[]): ClockPart[] => parts.filter(({ seconds }) => seconds > 0);

/** The longest cache to wait for before a key may sign, in seconds. */
export const cacheSeconds = (facts: Omit<ClockFacts, 'keys'>): number => cachePart(facts).seconds;

function summed(since: Instant | null, parts: ClockPart[], why: ClockReason): Omit<ClockReading, 'waitsFor'> {
  const total = parts.reduce((sum, { seconds }) => sum + seconds, 0);
  return { at: since === null ? null : plusSeconds(since, total), since, parts, why };
}

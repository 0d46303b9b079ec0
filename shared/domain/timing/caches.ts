// What may still be cached after the public set has changed: how long caches on the way serve the old one, and how long
// verifiers then keep it. They stand in series, for what is not known yet as for what is still trusted. Pure.
import type { CacheSeen, ClockPart } from './key-clocks.ts';
import type { PolicyTerms } from './policy.ts';
import { MAX_CACHE_SECONDS } from './cache-control.ts';
import { longestConsumerCache, type RegisteredConsumer } from '../consumers/needs.ts';
import { verifierCacheSeconds } from './terms.ts';

export interface CacheFacts {
  terms: PolicyTerms;
  /** The widest Cache-Control ever seen at the tenant's JWKS; `null` when none was. */
  cacheSeen: CacheSeen | null;
  /** The registered consumers that verify tokens of the ring. */
  consumers: readonly RegisteredConsumer[];
}

/** A cache on the way may serve the old set to its end, and a verifier that fetches it then keeps it for a life of its own. */
export const cachesInSeries = (facts: CacheFacts): ClockPart[] => told([seenPart(facts), verifierPart(facts)]);

/** The same while the endpoint fails. */
export function cachesOnError(facts: CacheFacts): ClockPart[] {
  const shared = seenPart(facts);
  const onError: ClockPart = { code: 'stale-on-error', seconds: capped(facts.cacheSeen?.onErrorSeconds ?? 0) };
  return told([onError.seconds > shared.seconds ? onError : shared, verifierPart(facts)]);
}

/** How long verifiers keep a set by themselves, and how that is known. */
export function verifierPart({ terms, consumers }: Pick<CacheFacts, 'terms' | 'consumers'>): ClockPart {
  const verifiers: ClockPart = { code: 'verifier-cache', seconds: verifierCacheSeconds(terms) };
  const registered: ClockPart = { code: 'consumer-cache', seconds: longestConsumerCache(consumers) };
  return registered.seconds > verifiers.seconds ? registered : verifiers;
}

/** How long the caches on the way may serve a set. What was seen before there was a limit is held to it too. */
function seenPart({ cacheSeen }: Pick<CacheFacts, 'cacheSeen'>): ClockPart {
  const seconds = cacheSeen?.seconds ?? 0;
  const absurd = seconds >= MAX_CACHE_SECONDS;
  return { code: absurd ? 'seen-cache-capped' : 'seen-cache', seconds: capped(seconds) };
}

const capped = (seconds: number): number => Math.min(seconds, MAX_CACHE_SECONDS);

/** A part of no length is not told. */
const told = (parts: ClockPart[]): ClockPart[] => parts.filter(({ seconds }) => seconds > 0);

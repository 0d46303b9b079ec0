// How long caches may go on serving a JWKS, read from its Cache-Control header (RFC 9111 §5.2.2, RFC 5861). Made for
// waiting: what is unclear counts as longer, and directives that forbid caching are not relied upon, since a verifier
// that overlooks them keeps its copy for the rest of the header.
import type { CacheSeen } from './key-clocks.ts';

export interface CacheLife {
  /** Seconds after which caches have let go when all goes well. */
  normal: number;
  /** The same while the endpoint fails; never less than `normal`. */
  onError: number;
}

/**
 * No cache of a key set is waited for longer: 30 days. What asks for more is a mistake or an attack on the waits, and whoever
 * has verifiers that keep a set for so long says so in the policy.
 */
export const MAX_CACHE_SECONDS = 30 * 86_400;

/** name, name=token or name="quoted string"; what fits none of these is skipped. */
const DIRECTIVE = /([!#$%&'*+.^_`|~\w-]+)(?:[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*)))?/g;

/** Reads any text without complaint; no header, or garbage, is zero seconds. */
export function cacheControlSeconds(header: string | null): CacheLife {
  const found = new Map<string, number>();
  for (const [, name = '', quoted, token] of (header ?? '').matchAll(DIRECTIVE)) {
    const value = quoted ?? token ?? '';
    if (/^\d+$/.test(value)) {
      const directive = name.toLowerCase();
      const seconds = Math.min(Number(value), MAX_CACHE_SECONDS);
      // A directive that is repeated counts with its largest value.
      found.set(directive, Math.max(seconds, found.get(directive) ?? 0));
    }
  }
  const of = (directive: string): number => found.get(directive) ?? 0;
  // Ages count from the origin, so a private cache behind a shared one adds nothing to the larger of the two lives.
  const fresh = Math.max(of('max-age'), of('s-maxage'));
  const normal = Math.min(fresh + of('stale-while-revalidate'), MAX_CACHE_SECONDS);
  return { normal, onError: Math.min(Math.max(normal, fresh + of('stale-if-error')), MAX_CACHE_SECONDS) };
}

/** What was ever seen, with one more header. Old values stay: caches that were filled under them may still be alive. */
export function widerCache(seen: CacheSeen | null, header: string | null): CacheSeen | null {
  const { normal, onError } = cacheControlSeconds(header);
  if (header === null || (seen !== null && normal <= seen.seconds && onError <= seen.onErrorSeconds)) {
    return seen;
  }
  return {
    seconds: Math.max(normal, seen?.seconds ?? 0),
    onErrorSeconds: Math.max(onError, seen?.onErrorSeconds ?? 0),
    header: seen === null || normal > seen.seconds ? header : seen.header,
  };
}

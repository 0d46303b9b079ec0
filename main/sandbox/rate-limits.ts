// Token buckets, and the headers by which the real tenant reports them. Buckets live as long as the server; the daily
// limit of rotations is kept with the tenant instead, because it must outlive a process.
import type { Clock } from '../ports/clock.ts';

/** A token bucket: `burst` requests at once, refilled at `perSecond`. */
export interface Limit {
  burst: number;
  perSecond: number;
}

export interface Allowance {
  allowed: boolean;
  headers: Record<string, string>;
}

/** `reset` is the UNIX second at which the bucket gets tokens again. */
export function limitHeaders(limit: number, remaining: number, resetMs: number): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(0, Math.floor(remaining))),
    'x-ratelimit-reset': String(Math.ceil(resetMs / 1000)),
  };
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

export function createRateLimits(clock: Clock): { take(name: string, limit: Limit): Allowance } {
  const buckets = new Map<string, Bucket>();
  return {
    take(name, { burst, perSecond }) {
      const now = clock.now().getTime();
      const before = buckets.get(name) ?? { tokens: burst, filledAt: now };
      const refilled = Math.min(burst, before.tokens + ((now - before.filledAt) / 1000) * perSecond);
      const allowed = refilled >= 1;
      const tokens = allowed ? refilled - 1 : refilled;
      buckets.set(name, { tokens, filledAt: now });
      const resetMs = now + (tokens >= 1 ? 0 : ((1 - tokens) / perSecond) * 1000);
      return { allowed, headers: limitHeaders(burst, tokens, resetMs) };
    },
  };
}

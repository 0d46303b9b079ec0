// Arithmetic of instants. An instant is ISO 8601 in UTC with milliseconds, so text order is time order.
import type { Instant } from './instant.ts';

export const DAY_SECONDS = 86_400;

export function plusSeconds(at: Instant, seconds: number): Instant {
  return new Date(Date.parse(at) + seconds * 1000).toISOString();
}

export function plusDays(at: Instant, days: number): Instant {
  return plusSeconds(at, days * DAY_SECONDS);
}

/** The latest of those that are known. */
export function latest(...instants: (Instant | null)[]): Instant | null {
  return instants.reduce((last, at) => (last === null || (at !== null && at > last) ? at : last), null);
}

export function hasCome(at: Instant | null, now: Instant): boolean {
  return at !== null && at <= now;
}

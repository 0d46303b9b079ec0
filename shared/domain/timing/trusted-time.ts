// How far the clock of this machine can be relied upon. Every answer of a server carries its own time; what an officer stated
// about the clock, and what disagreed with it, stand in the audit chain and are read from there. Pure.
import type { ClockDifference } from './key-clocks.ts';
import type { Instant } from './instant.ts';
import type { AuditEntry } from '../audit/entry.ts';

/** What a server said the time is, and what this machine said at that moment. */
export interface ServedTime {
  host: string;
  served: Instant;
  machine: Instant;
}

/** Clocks of servers and machines differ by seconds; by more than a minute one of them is wrong. */
export const AGREES_SECONDS = 60;

export const CLOCK_ACTIONS = {
  /** An answer disagreed with this machine; no instant of the entry is relied upon. */
  disagreed: 'clock.disagreed',
  /** A later one agreed. */
  agreed: 'clock.agreed',
  /** An officer said that the clock is right now. */
  stated: 'clock.stated',
} as const;

type ClockEntry = Pick<AuditEntry, 'action' | 'details'>;

/** `null` while they agree. */
export function differenceOf({ host, served, machine }: ServedTime): ClockDifference | null {
  const seconds = Math.round((Date.parse(machine) - Date.parse(served)) / 1000);
  return Math.abs(seconds) <= AGREES_SECONDS
    ? null
    : { host, seconds: Math.abs(seconds), direction: seconds > 0 ? 'ahead' : 'behind' };
}

/** The servers whose clocks an officer called wrong. */
export const disregarded = (entries: readonly ClockEntry[]): string[] =>
  entries.flatMap(({ action, details: { server } }) =>
    action === CLOCK_ACTIONS.stated && typeof server === 'string' ? server : [],
  );

/** The disagreement that stands: the newest word about the clock. */
export function standingDisagreement(entries: readonly ClockEntry[]): ServedTime | null {
  const newest = entries.at(-1);
  if (newest?.action !== CLOCK_ACTIONS.disagreed) {
    return null;
  }
  const { host, served, machine } = newest.details;
  return typeof host === 'string' && typeof served === 'string' && typeof machine === 'string'
    ? { host, served, machine }
    : null;
}

/**
 * Whether the machine is still as wrong as it was seen to be: behind an instant that a server has passed, or not before the
 * instant at which it was ahead.
 */
export function stillDisagrees(seen: ServedTime | null, now: Instant): ClockDifference | null {
  const difference = seen === null ? null : differenceOf(seen);
  if (seen === null || difference === null) {
    return null;
  }
  const isWrong = difference.direction === 'behind' ? now < seen.served : now >= seen.machine;
  return isWrong ? difference : null;
}

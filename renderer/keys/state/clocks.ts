// What a clock says at this moment. The rules are in the main process, which decides again when the act is done; here
// is only what an officer should see before trying.
import type {
  BitesReading,
  CautiousReading,
  ClockReading,
  KeyClocks,
} from '../../../shared/domain/timing/key-clocks.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { KeyState } from '../../../shared/domain/limits.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';

export type ClockKind = 'ready' | 'safe' | 'bites';

export type ClockPhase =
  /** Time runs towards the instant. */
  | 'waiting'
  /** The instant has passed. */
  | 'come'
  /** Something must happen before time begins to run. */
  | 'stopped'
  /** There is nothing to wait for. */
  | 'free';

export type DrawnClock =
  | { kind: 'ready'; reading: CautiousReading }
  | { kind: 'safe'; reading: ClockReading }
  | { kind: 'bites'; reading: BitesReading };

/** `now` in milliseconds since the epoch. A clock whose time has come still waits for consumers. */
export function phaseOf(reading: ClockReading, now: number): ClockPhase {
  const phase = timePhase(reading, now);
  return isOpen(phase) && reading.waitsFor.length > 0 ? 'stopped' : phase;
}

/** The reading as it stands: when nothing but consumers is missing, there is no instant and no sum to show. */
export function standing<R extends ClockReading>(reading: R, now: number): R {
  return isOpen(timePhase(reading, now)) && reading.waitsFor.length > 0
    ? { ...reading, at: null, since: null, parts: [], why: 'consumers-unconfirmed' }
    : reading;
}

function timePhase({ at, why }: ClockReading, now: number): ClockPhase {
  if (why === 'nothing-announced') {
    return 'free';
  }
  if (at === null) {
    return 'stopped';
  }
  return Date.parse(at) <= now ? 'come' : 'waiting';
}

/** True when the act that the clock guards needs no override. */
export const isOpen = (phase: ClockPhase): boolean => phase === 'come' || phase === 'free';

/** The clock that matters to a key in its present state; a current key has none. */
export function clockOf({ state }: { state: KeyState }, clocks: KeyClocks | undefined): DrawnClock | null {
  if (clocks === undefined) {
    return null;
  }
  switch (state) {
    case 'next':
      return { kind: 'ready', reading: clocks.readyToSign };
    case 'current':
    case 'replaced':
      return null;
    case 'previous':
      return { kind: 'safe', reading: clocks.safeToRevoke };
    case 'revoked':
      return { kind: 'bites', reading: clocks.bitesEverywhere };
  }
}

export function clockOfKey(key: SigningKey, { clocks }: RingView): DrawnClock | null {
  return clockOf(key, clocks[key.kid]);
}

/** The fact, the addends, and what they come to. */
export type Sum = Pick<ClockReading, 'since' | 'at' | 'parts'>;

/** Time runs from a known fact towards a known instant. */
export const isRunning = (sum: Sum, now: number): sum is Sum & { since: Instant; at: Instant } =>
  sum.since !== null && sum.at !== null && Date.parse(sum.at) > now;

/** How much of the wait is over, from 0 to 1. */
export function shareOf({ at, since }: Pick<Sum, 'at' | 'since'>, now: number): number {
  if (at === null || since === null) {
    return 0;
  }
  const [start, end] = [Date.parse(since), Date.parse(at)];
  return end <= start ? 1 : Math.min(1, Math.max(0, (now - start) / (end - start)));
}

/** Where one addend ends and the next begins, as shares of the whole wait. */
export function jointsOf({ parts }: Pick<Sum, 'parts'>): number[] {
  const ends: number[] = [];
  for (const { seconds } of parts) {
    ends.push((ends.at(-1) ?? 0) + seconds);
  }
  const total = ends.at(-1) ?? 0;
  return [...new Set(ends)].filter((end) => end > 0 && end < total).map((end) => end / total);
}

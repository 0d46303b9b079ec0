// The present. For relative times it moves once a minute: enough for words such as “3 hours ago”. For a clock that runs
// towards an instant it moves every second in the last hour, and exactly when the instant comes.
import { useSyncExternalStore } from 'react';

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** In milliseconds since the epoch, on the minute. */
export function useNow(): number {
  return useSyncExternalStore(everyMinute, () => nearness([], Date.now()));
}

/** In milliseconds since the epoch; coarse while the instants are far away or long past, never on the wrong side of one. */
export function useNowNear(...instants: (string | null)[]): number {
  const known = instants.filter((instant) => instant !== null).map((instant) => Date.parse(instant));
  return useSyncExternalStore(known.length === 0 ? everyMinute : everySecond, () => nearness(known, Date.now()));
}

const everySecond = (listener: () => void) => every(SECOND_MS, listener);
const everyMinute = (listener: () => void) => every(MINUTE_MS, listener);

function every(interval: number, listener: () => void): () => void {
  const timer = setInterval(listener, interval);
  return () => clearInterval(timer);
}

/** The time to show at `at` beside things that happen at `instants`. */
export function nearness(instants: readonly number[], at: number): number {
  const next = Math.min(...instants.filter((instant) => instant > at));
  const last = Math.max(...instants.filter((instant) => instant <= at));
  // Whole seconds are left, so that a countdown ends on its last one.
  const shown = next - at > HOUR_MS ? at - (at % MINUTE_MS) : next - Math.ceil((next - at) / SECOND_MS) * SECOND_MS;
  return Math.max(last, shown);
}

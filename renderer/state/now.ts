// The present. For relative times it moves once a minute: enough for words such as “3 hours ago”. For a clock that runs
// towards an instant it moves every second in the last hour, and exactly when the instant comes.
import { useSyncExternalStore } from 'react';

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** In milliseconds since the epoch, on the minute. */
export function useNow(): number {
  return useNowNear(null);
}

/** In milliseconds since the epoch; coarse while the instant is far away or long past, never on its wrong side. */
export function useNowNear(instant: string | null): number {
  const end = instant === null ? null : Date.parse(instant);
  return useSyncExternalStore(end === null ? everyMinute : everySecond, () => nearness(end, Date.now()));
}

const everySecond = (listener: () => void) => every(SECOND_MS, listener);
const everyMinute = (listener: () => void) => every(MINUTE_MS, listener);

function every(interval: number, listener: () => void): () => void {
  const timer = setInterval(listener, interval);
  return () => clearInterval(timer);
}

/** The time to show at `at` for something that ends at `end`. */
export function nearness(end: number | null, at: number): number {
  const minute = at - (at % MINUTE_MS);
  if (end === null || end - at > HOUR_MS) {
    return minute;
  }
  // Whole seconds are left, so that a countdown ends on its last one.
  return at >= end ? Math.max(end, minute) : end - Math.ceil((end - at) / SECOND_MS) * SECOND_MS;
}

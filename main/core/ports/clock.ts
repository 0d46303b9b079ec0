// What time it is, and letting time pass.

import type { Instant } from '../../../shared/model/instant.ts';

export interface Clock {
  now(): Date;
}

/** Lets time pass; ends early, without an error, when the signal is aborted. */
export type Pause = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** What a server said the time is, and what this machine said at that moment. */
export interface ServedTime {
  host: string;
  served: Instant;
  machine: Instant;
}

export interface ServerClock {
  /** Of the newest answer that said; `null` while none came. */
  last(): ServedTime | null;
}

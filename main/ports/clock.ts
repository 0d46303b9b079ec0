// What time it is, and letting time pass.

import type { ServedTime } from '../../shared/domain/timing/trusted-time.ts';

export interface Clock {
  now(): Date;
}

/** Lets time pass; ends early, without an error, when the signal is aborted. */
export type Pause = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

export interface ServerClock {
  /** Of the newest answer that said; `null` while none came. */
  last(): ServedTime | null;
}

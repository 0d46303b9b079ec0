// What time it is, and letting time pass.

export interface Clock {
  now(): Date;
}

/** Lets time pass; ends early, without an error, when the signal is aborted. */
export type Pause = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

// The real clock and the platform's randomness.
import { setTimeout as wait } from 'node:timers/promises';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock, Pause } from '../ports/clock.ts';
import type { Randomness } from '../ports/randomness.ts';

export const systemClock: Clock = { now: () => new Date() };

export const systemPause: Pause = (milliseconds, signal) =>
  wait(milliseconds, undefined, { ...(signal && { signal }) }).catch(() => undefined);

export const systemRandom: Randomness = {
  uuid: randomUUID,
  bytes: (length) => new Uint8Array(randomBytes(length)),
};

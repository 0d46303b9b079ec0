// The real clock and the platform's randomness.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock, Randomness } from '../core/ports.ts';

export const systemClock: Clock = { now: () => new Date() };

export const systemRandom: Randomness = {
  uuid: randomUUID,
  bytes: (length) => new Uint8Array(randomBytes(length)),
};

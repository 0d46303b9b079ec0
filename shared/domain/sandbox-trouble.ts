// What can go wrong at the sandbox on demand, so that an officer has seen it before it happens on a real tenant. Each
// happens once, to the first request of its kind.
import { z } from 'zod';

export const TROUBLES = [
  'reset',
  'reset-before',
  'server-error',
  'rate-limited',
  'slow',
  'too-slow',
  'half-answer',
  'another-officer',
  'stale',
] as const;

export type Trouble = (typeof TROUBLES)[number];

/** Which request it meets: the next push, the next look at the set, or the next look from outside. */
export const TROUBLE_MEETS: Record<Trouble, 'push' | 'look' | 'proof'> = {
  reset: 'push',
  'reset-before': 'push',
  'server-error': 'push',
  'rate-limited': 'push',
  slow: 'push',
  'too-slow': 'push',
  'half-answer': 'push',
  'another-officer': 'look',
  stale: 'proof',
};

/** `null` takes back what was armed. */
export const rehearseTroubleSchema = z.strictObject({ trouble: z.enum(TROUBLES).nullable() });

export interface RehearsedTrouble {
  /** What is armed. */
  trouble: Trouble | null;
  /** How many requests it will still meet. */
  left: number;
  /** Whether this process serves the sandbox, or will: trouble cannot be made at a server of another process. */
  here: boolean;
}

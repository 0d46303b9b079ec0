// How wrong guesses slow down whoever tries the passphrase here. Who has a copy of the keychain is slowed down by the cost of
// the derivation alone.
import type { Instant } from '../timing/instant.ts';
import { plusSeconds } from '../timing/instants.ts';

export interface Guesses {
  /** Since the last right one; the one that is just being tried counts. */
  failed: number;
  /** When the last one was tried. */
  at: Instant;
}

/** A slip or two cost nothing. */
const FREE = 3;
const LONGEST_SECONDS = 15 * 60;

/** Between the last of so many wrong guesses and the next one. */
export const secondsAfter = (failed: number): number =>
  failed < FREE ? 0 : Math.min(LONGEST_SECONDS, 2 ** (failed - FREE + 1));

/** Until when the next guess has to wait; `null` when it need not. A clock that was set back makes nobody wait longer. */
export function waitsUntil({ failed, at }: Guesses, now: Instant): Instant | null {
  const from = at > now ? now : at;
  const until = plusSeconds(from, secondsAfter(failed));
  return until > now ? until : null;
}

// What acts on a ring would do, worked out from what the window knows, so that an officer can read it before saying
// yes. The main process decides; this only tells.
import type { KeyState } from '../../../shared/domain/limits.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import { formerIn, keyIn } from '../../../shared/domain/key-ring/lane.ts';
import { type Consent, mayAbort, mayReplaceNext } from '../../../shared/domain/key-ring/may.ts';

/** Whether the rules allow it at all: what would be missed is asked about in the dialog. */
const ANYWAY: Consent = { named: undefined, worth: () => null };

/** One key's way through a rotation. `kid` is `null` for the key that is yet to be made. */
export interface Move {
  kid: string | null;
  from: KeyState | null;
  to: KeyState;
}

/**
 * Why a rotation deserves a second thought. `next-never-sent` and `next-not-seen` say that verifiers cannot know the
 * key that is to sign: it was part of no push, or of one whose effect was never seen from outside.
 */
export type Caution = 'next-never-sent' | 'next-not-seen' | 'production';

export type RotationOutcome =
  | { possible: false; reason: 'no-next' }
  | { possible: true; nextKid: string; formerKid: string | null; moves: Move[]; cautions: Caution[] };

export function rotationOutcome({ ring, keys }: RingView, production: boolean): RotationOutcome {
  const next = keyIn('next', keys);
  const current = keyIn('current', keys);
  if (next === null) {
    return { possible: false, reason: 'no-next' };
  }
  return {
    possible: true,
    nextKid: next.kid,
    formerKid: current?.kid ?? null,
    moves: [
      ...(current ? [{ kid: current.kid, from: 'current', to: 'previous' } satisfies Move] : []),
      { kid: next.kid, from: 'next', to: 'current' },
      ...(ring.brought ? [] : [{ kid: null, from: null, to: 'next' } satisfies Move]),
    ],
    cautions: [
      ...(next.publishedAt === null
        ? [next.announcedAt === null ? ('next-never-sent' as const) : ('next-not-seen' as const)]
        : []),
      ...(production ? (['production'] as const) : []),
    ],
  };
}

/** What “generate next” means for this ring at this moment. */
export type NextOutcome = { act: 'fill' } | { act: 'replace'; kid: string } | { act: 'refused'; kid: string };

export function nextOutcome({ ring, keys }: RingView): NextOutcome {
  const next = keyIn('next', keys);
  if (next === null) {
    return { act: 'fill' };
  }
  return { act: mayReplaceNext(ring.name, keys, ANYWAY) === null ? 'replace' : 'refused', kid: next.kid };
}

/** What taking the last rotation back would do. `formerKid` signs again, `abandonedKid` waits again, `freshKid`, if there is one, makes room. */
export type AbortOutcome =
  | { possible: true; formerKid: string; abandonedKid: string; freshKid: string | null }
  | { possible: false };

/** A key that would be missed is named by the dialog. */
export function abortOutcome({ ring, keys }: RingView): AbortOutcome {
  const [current, next, former] = [keyIn('current', keys), keyIn('next', keys), formerIn(keys)];
  const refusal = mayAbort(ring.name, keys, ANYWAY);
  return refusal !== null || current === null || former === null
    ? { possible: false }
    : { possible: true, formerKid: former.kid, abandonedKid: current.kid, freshKid: next?.kid ?? null };
}

// What acts on a ring would do, worked out from what the window knows, so that an officer can read it before saying
// yes. The main process decides; this only tells.
import type { KeyState } from '../../shared/domain/limits.ts';
import type { RingView } from '../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';

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

export function keyIn(state: KeyState, keys: readonly SigningKey[]): SigningKey | null {
  return keys.find((key) => key.state === state) ?? null;
}

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

export function nextOutcome({ keys }: RingView): NextOutcome {
  const next = keyIn('next', keys);
  if (next === null) {
    return { act: 'fill' };
  }
  return { act: isUnused(next) ? 'replace' : 'refused', kid: next.kid };
}

/** Nobody outside has seen the key and nothing was signed with it. */
export function isUnused(key: SigningKey): boolean {
  return key.announcedAt === null && key.uses === 0;
}

/** What taking the last rotation back would do. `formerKid` signs again, `abandonedKid` waits again, `freshKid`, if there is one, makes room. */
export type AbortOutcome =
  | { possible: true; formerKid: string; abandonedKid: string; freshKid: string | null }
  | { possible: false };

/** Only while the rotation had no effect: its new key signed nothing, and the next key made by it is known to nobody. */
export function abortOutcome({ keys }: RingView): AbortOutcome {
  const [current, next] = [keyIn('current', keys), keyIn('next', keys)];
  const former = keys.find(
    (key) => key.state === 'previous' && current !== null && key.previousAt === current.currentAt,
  );
  const known = next !== null && !isUnused(next);
  if (current === null || former === undefined || current.lastUsedAt !== null || known) {
    return { possible: false };
  }
  return { possible: true, formerKid: former.kid, abandonedKid: current.kid, freshKid: next?.kid ?? null };
}

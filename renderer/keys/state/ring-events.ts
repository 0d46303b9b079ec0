// The life of a ring as one row of events: what happened to its keys, and what its clocks and schedules will bring.
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { KeyState } from '../../../shared/domain/limits.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import { clockOfKey } from './clocks.ts';
import { transitionsOf, type Transition } from './lane.ts';

/** What one moment brings to one key. Two keys change at the same instant when a ring rotates. */
export type EventKind =
  | Exclude<Transition['what'], 'announced' | 'previous'>
  | 'ready'
  | 'safe'
  | 'bites'
  | 'bites-worst'
  | 'erasure';

export interface RingEvent {
  kind: EventKind;
  at: Instant;
  kid: string;
  /** The key's state today. */
  state: KeyState;
}

/** Oldest first. A key that leaves its place does so when its successor comes, so only the coming is told. */
export function ringEvents(view: RingView): RingEvent[] {
  return view.keys
    .flatMap((key) => [...pastOf(key), ...comingOf(key, view)])
    .sort((a, b) => a.at.localeCompare(b.at) || a.kid.localeCompare(b.kid));
}

function pastOf(key: SigningKey): RingEvent[] {
  return transitionsOf(key).flatMap(({ what, at }) =>
    what === 'announced' || what === 'previous' ? [] : [{ kind: what, at, ...about(key) }],
  );
}

function comingOf(key: SigningKey, view: RingView): RingEvent[] {
  const events: RingEvent[] = [];
  const add = (kind: EventKind, at: Instant | null) => {
    if (at !== null) {
      events.push({ kind, at, ...about(key) });
    }
  };
  const clock = clockOfKey(key, view);
  if (clock !== null && clock.reading.why !== 'nothing-announced') {
    add(clock.kind, clock.reading.at);
    if (clock.kind === 'bites' && clock.reading.worst.at !== clock.reading.at) {
      add('bites-worst', clock.reading.worst.at);
    }
  }
  add('erasure', key.destroyedAt === null ? key.destroyAt : null);
  return events;
}

const about = ({ kid, state }: SigningKey) => ({ kid, state });

/** The events around `now` (milliseconds since the epoch) that fit on one line: all that come, and the latest that went. */
export function aroundNow(
  events: readonly RingEvent[],
  now: number,
  room: number,
): { past: RingEvent[]; coming: RingEvent[] } {
  const coming = events.filter(({ at }) => Date.parse(at) > now).slice(0, room - 1);
  const past = events.filter(({ at }) => Date.parse(at) <= now);
  return { past: past.slice(-(room - coming.length)), coming };
}

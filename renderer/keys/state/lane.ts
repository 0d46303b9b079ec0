// A ring as its lane: who stands where, and since when.
import { LIFE_STATES, type LifeState } from '../../../shared/domain/limits.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';

export interface Stop {
  state: LifeState;
  keys: SigningKey[];
}

/** The four stops in order; the keys keep the order in which they came. */
export function laneOf(keys: readonly SigningKey[]): Stop[] {
  return LIFE_STATES.map((state) => ({ state, keys: keys.filter((key) => key.state === state) }));
}

export interface Transition {
  what:
    | 'created'
    | 'announced'
    | 'published'
    | 'current'
    | 'previous'
    | 'revoked'
    | 'replaced'
    | 'taken-down'
    | 'destroyed';
  at: Instant;
}

/** What happened to the key, oldest first. */
export function transitionsOf(key: SigningKey): Transition[] {
  const all: [Transition['what'], Instant | null][] = [
    ['created', key.createdAt],
    ['announced', key.announcedAt],
    ['published', key.publishedAt],
    ['current', key.currentAt],
    ['previous', key.previousAt],
    ['revoked', key.revokedAt],
    ['replaced', key.replacedAt],
    ['taken-down', key.takenDownAt],
    ['destroyed', key.destroyedAt],
  ];
  return all.flatMap(([what, at]) => (at === null ? [] : [{ what, at }])).sort((a, b) => a.at.localeCompare(b.at));
}

export interface FoundKey {
  ring: TenantView['rings'][number];
  key: SigningKey;
}

export function findKey(view: TenantView, kid: string): FoundKey | null {
  for (const ring of view.rings) {
    const key = ring.keys.find((candidate) => candidate.kid === kid);
    if (key) {
      return { ring, key };
    }
  }
  return null;
}

// A ring as it is drawn: who stands where, and since when.
import { KEY_STATES, type KeyState } from '../limits.ts';
import type { Instant } from '../timing/instant.ts';
import type { SigningKey } from './key.ts';

/** Nobody outside has seen the key and nothing was signed with it, so no verifier can miss it. */
export function isUnused(key: SigningKey): boolean {
  return key.announcedAt === null && key.uses === 0;
}

export function keyIn<K extends Pick<SigningKey, 'state'>>(state: KeyState, keys: readonly K[]): K | null {
  return keys.find((key) => key.state === state) ?? null;
}

/** The key that signed before the last rotation; `null` when none did. */
export function formerIn(keys: readonly SigningKey[]): SigningKey | null {
  const current = keyIn('current', keys);
  const isFormer = (key: SigningKey) => key.state === 'previous' && key.previousAt === current?.currentAt;
  return current === null ? null : (keys.find(isFormer) ?? null);
}

/** For people: in the order of the states, the newest first within each. */
export function inLaneOrder(keys: readonly SigningKey[]): SigningKey[] {
  return [...keys].sort((a, b) => placeOf(a) - placeOf(b) || sinceOf(b).localeCompare(sinceOf(a)));
}

const placeOf = ({ state }: SigningKey): number => KEY_STATES.indexOf(state);

/** The instant at which the key came into its present state. */
export function sinceOf(key: SigningKey): Instant {
  switch (key.state) {
    case 'next':
      return key.createdAt;
    case 'current':
      return key.currentAt ?? key.createdAt;
    case 'previous':
      return key.previousAt ?? key.createdAt;
    case 'revoked':
      return key.revokedAt ?? key.createdAt;
    case 'replaced':
      return key.replacedAt ?? key.createdAt;
  }
}

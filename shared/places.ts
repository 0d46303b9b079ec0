// The places of a tenant's key set, and whether they will suffice. Where they do not, current keys go
// first, then next keys, then previous ones, the newest first; the others wait. Keys of others that stay keep their places.
import { ENDPOINTS } from './endpoints.ts';
import type { EndpointKind, KeyState } from './limits.ts';
import type { SigningKey } from './model/key.ts';

export interface Places {
  used: number;
  planned: number;
  /** `null`: as many as there are. */
  limit: number | null;
}

/** A key that a push would send, if there were a place for it. */
export interface WaitingKey {
  kid: string;
  state: KeyState;
  /** It is there now, so the push takes it down. */
  isThere: boolean;
}

type Ranked = Pick<SigningKey, 'state' | 'previousAt'>;

const RANK: Record<KeyState, number> = { current: 0, next: 1, previous: 2, revoked: 3, replaced: 4 };

/** `others`: how many keys of others stay. Both answers keep the order of `keys`. */
export function fitting<K extends Ranked>(
  endpoint: EndpointKind,
  keys: readonly K[],
  others: number,
): { go: K[]; wait: K[] } {
  const { places } = ENDPOINTS[endpoint];
  const left = places === null ? keys.length : Math.max(0, places - others);
  const first = new Set(keys.toSorted(byNeed).slice(0, left));
  return { go: keys.filter((key) => first.has(key)), wait: keys.filter((key) => !first.has(key)) };
}

const byNeed = (a: Ranked, b: Ranked): number =>
  RANK[a.state] - RANK[b.state] || (b.previousAt ?? '').localeCompare(a.previousAt ?? '');

/** Current, next, and the previous key from a rotation until it is revoked. */
const KEYS_OF_A_RING = 3;

/** What the rings of a tenant will need. */
export interface PlacesForecast {
  limit: number;
  /** Keys that want a place now, those of others included. */
  now: number;
  /** While every ring that signs is in the middle of a rotation. */
  most: number;
}

/** `null` where they suffice, even at their fullest. */
export function placesShort(
  endpoint: EndpointKind,
  { rings, keys, others }: { rings: number; keys: number; others: number },
): PlacesForecast | null {
  const { places: limit } = ENDPOINTS[endpoint];
  const [now, most] = [keys + others, Math.max(keys, rings * KEYS_OF_A_RING) + others];
  return limit === null || most <= limit ? null : { limit, now, most };
}

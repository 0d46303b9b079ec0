// The places of a tenant's key set, and whether they will suffice. Where they do not, current keys go
// first, then next keys, then previous ones, the newest first; the others wait. Keys of others that stay keep their places.
import { type EndpointKind, ENDPOINTS, isPushable } from '../endpoints.ts';
import { isLiving, type KeyState } from '../limits.ts';
import type { SigningKey } from '../key-ring/key.ts';
import type { KeyRing } from '../key-ring/ring.ts';

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
/** Current and next. */
const KEYS_OF_A_NEW_RING = 2;

/** What the rings of a tenant will need. */
export interface PlacesForecast {
  limit: number;
  /** Keys that want a place now, those of others included. */
  now: number;
  /** While every ring that signs is in the middle of a rotation. */
  most: number;
}

interface RingWithKeys {
  ring: Pick<KeyRing, 'alg' | 'retirement'>;
  keys: readonly Pick<SigningKey, 'kid' | 'state'>[];
}

/**
 * `null` where the places suffice, even at their fullest. `published`: the kids of the set that was pushed last. `more`: rings
 * that are thought of and not made yet.
 */
export function placesForecast(
  endpoint: EndpointKind,
  rings: readonly RingWithKeys[],
  { published, more = 0 }: { published: readonly string[]; more?: number },
): PlacesForecast | null {
  const { places: limit } = ENDPOINTS[endpoint];
  const pushable = rings.filter(({ ring }) => isPushable(ring.alg, endpoint));
  const signing = pushable.filter(({ ring }) => ring.retirement === null).length + more;
  const living = pushable.flatMap(({ keys }) => keys).filter(({ state }) => isLiving(state));
  const keys = living.length + more * KEYS_OF_A_NEW_RING;
  const ours = new Set(rings.flatMap((ring) => ring.keys.map(({ kid }) => kid)));
  const others = published.filter((kid) => !ours.has(kid)).length;
  const [now, most] = [keys + others, Math.max(keys, signing * KEYS_OF_A_RING) + others];
  return limit === null || most <= limit ? null : { limit, now, most };
}

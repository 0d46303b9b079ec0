// What a tenant should publish, how that differs from what it publishes now, and the exact bytes that would go out.
// Pure. The remote call replaces the whole set, so foreign keys must be sent back or they would vanish.
import type { ApprovalPlace } from '../approval.ts';
import { type EndpointKind, ENDPOINTS, isPushable } from '../endpoints.ts';
import { CustodianError } from '../../errors.ts';
import type { Beside } from './publication.ts';
import type { KeptForeign } from './foreign.ts';
import type { Instant } from '../timing/instant.ts';
import type { KeyState } from '../limits.ts';
import type { DiffEntry, Publication, PublicationPreview, RemoteKey } from './publication.ts';
import type { KeyRing } from '../key-ring/ring.ts';
import type { SigningKey } from '../key-ring/key.ts';
import { fitting } from './places.ts';
import type { Finding } from './finding.ts';
import { approvalHash } from '../approval-hash.ts';
import { canonicalJson } from '../../encoding/canonical-json.ts';
import { exposedIn, type SeenSets } from './exposed.ts';
import { findingsOf } from './findings.ts';
import { foreignKeysOf, type Intent } from './foreign-keys.ts';
import { naiveWarnings } from './naive-warnings.ts';
import { toRemoteKeys } from './published-key.ts';
import { nameOf, ownerOf } from '../key-ring/same-key.ts';
import { isKeptAs, isKeptKey, type LastSent, shownAs } from './compare-sets.ts';
import { sinceLastPush } from './since-last-push.ts';

const PUBLISHED: readonly KeyState[] = ['current', 'next', 'previous'];

/**
 * Our keys that verifiers should find, in publishing order: all current keys first (a naive verifier takes the first
 * key of the set), then next, then previous, newest first; within a state in the order of the rings.
 */
export function wantedKeys<K extends Pick<SigningKey, 'ringId' | 'state' | 'previousAt'>>(
  endpoint: EndpointKind,
  rings: readonly KeyRing[],
  keys: readonly K[],
): K[] {
  const pushable = rings.filter((ring) => isPushable(ring.alg, endpoint));
  return PUBLISHED.flatMap((state) =>
    pushable.flatMap((ring) =>
      keys
        .filter((key) => key.ringId === ring.id && key.state === state)
        .sort((a, b) => (b.previousAt ?? '').localeCompare(a.previousAt ?? '')),
    ),
  );
}

type Jwk = Readonly<Record<string, unknown>>;

const NOTHING_BESIDE: Beside = { members: {}, inexact: [] };

interface PreviewInput {
  /** A push from here, or a bundle for a courier: the approval of one is none of the other. */
  purpose: 'publication' | 'publication-bundle';
  place: ApprovalPlace;
  endpoint: EndpointKind;
  rings: readonly KeyRing[];
  keys: readonly SigningKey[];
  remote: readonly RemoteKey[];
  /** Decisions to keep keys of others. */
  kept: readonly KeptForeign[];
  jwksUrl: string;
  last: Publication | null;
  /** The kids that the public set lists, the tenant's own among them; `null` when it cannot be seen. */
  publicKids: readonly string[] | null;
  /** The public set itself, where it was looked at. */
  outside: SeenSets['outside'];
  /** What stands beside the keys in the document; it stays. */
  beside?: Beside;
  intent: Intent;
  now: Instant;
}

export function previewOf(input: PreviewInput): PublicationPreview {
  const { purpose, place, endpoint, keys, remote, kept, jwksUrl, last, intent } = input;
  const isForeign = (found: RemoteKey): boolean => ownerOf(found, keys) === null;
  const there = remote.filter(isForeign);
  const former = toRemoteKeys(intent.former).filter(
    (key) => isForeign(key) && !there.some(({ raw }) => isSame(raw, key.raw)),
  );
  const foreign = foreignKeysOf({ foreign: there, returning: former, kept }, intent);
  const { set, wait } = intendedSet(input, there);
  const { places: limit } = ENDPOINTS[endpoint];
  if (limit !== null && set.length > limit) {
    throw new CustodianError('PUBLISH_TOO_MANY', { count: set.length, limit });
  }
  const { members, inexact } = input.beside ?? NOTHING_BESIDE;
  const body = set.length === 0 && Object.keys(members).length === 0 ? null : canonicalJson({ ...members, keys: set });
  const current = keys.filter(({ state }) => state === 'current').map(({ kid }) => kid);
  return {
    hash: approvalHash(purpose, place, {
      act: intent.act,
      body,
      found: remote.map(asFound),
      // What is decided about keys of others is approved with the set.
      ...(intent.keepForeign.length > 0 && { keep: intent.keepForeign }),
    }),
    body,
    kids: set.map((key) => kidOf(key) ?? ''),
    diff: diffOf(set, remote, keys, last),
    upToDate: isKeptAs(shownAs(remote, body), body, last),
    jwksUrl,
    act: intent.act,
    foreign,
    findings: [
      ...findingsOf({ ...input, set, there, foreign, wait }),
      ...inexact.map((kid): Finding => ({ code: 'beside-inexact', severity: 'warning', kid })),
    ],
    exposed: exposedIn(input, keys),
    sinceLastPush: sinceLastPush(last, remote),
    places: { used: remote.length, planned: set.length, limit },
    waits: wait.map(({ kid, state }) => ({ kid, state, isThere: remote.some((found) => found.kid === kid) })),
    warnings: naiveWarnings(
      set,
      current.filter((kid) => set.some((key) => key['kid'] === kid)),
    ),
  };
}

/**
 * In order. Foreign keys are sent back unless they are named; a rollback leaves those that came since. Where a push has
 * more keys than places, some of ours wait, so that it can always take a key down.
 */
function intendedSet(
  { endpoint, rings, keys, intent: { act, former, removeForeign } }: PreviewInput,
  foreign: readonly RemoteKey[],
): { set: Jwk[]; wait: SigningKey[] } {
  const stays = foreign.filter((key) => !removeForeign.includes(nameOf(key))).map(({ raw }) => raw);
  switch (act) {
    case 'push': {
      const { go, wait } = fitting(endpoint, wantedKeys(endpoint, rings, keys), stays.length);
      return { set: [...go.map((key): Jwk => ({ ...key.jwk })), ...stays], wait };
    }
    case 'rollback': {
      const gone = [...foreign, ...toRemoteKeys(former)].filter((key) => removeForeign.includes(nameOf(key)));
      const back = former.filter((key) => !gone.some(({ raw }) => isSame(raw, key)));
      return { set: [...back, ...stays.filter((raw) => !back.some((key) => isSame(raw, key)))], wait: [] };
    }
    case 'clear':
      return { set: [], wait: [] };
  }
}

/** A key as it was found, with what is not in `raw`: a set that differs only in that is another set. */
export const asFound = ({ raw, exposed, inexact }: RemoteKey): Jwk => ({
  raw,
  ...(exposed !== undefined && { exposed }),
  ...(inexact === true && { inexact }),
});

/** True when the set found holds the keys of `body` and no others, in whatever order and dress. */
export const holds = (remote: readonly RemoteKey[], body: string | null): boolean => shownAs(remote, body) !== null;

/** First our keys in the order of the set, then everything else that is there, as it is there. */
function diffOf(
  set: readonly Jwk[],
  remote: readonly RemoteKey[],
  keys: readonly SigningKey[],
  last: LastSent | null,
): DiffEntry[] {
  const ownerIn = (raw: Jwk): SigningKey | null => ownerOf({ kid: kidOf(raw), raw }, keys);
  const ours = set.filter((key) => ownerIn(key) !== null || !remote.some(({ raw }) => isSame(raw, key)));
  const others = remote.filter(({ raw }) => !ours.some((key) => isSame(raw, key)));
  return [
    ...ours.map((key): DiffEntry => {
      const there = remote.find(({ raw }) => isSame(raw, key));
      const kind = there === undefined ? 'added' : isKeptKey(there.raw, key, last) ? 'kept' : 'altered';
      return { kind, ...facts(key), thumbprint: there?.thumbprint ?? null, state: ownerIn(key)?.state ?? null };
    }),
    ...others.map((found): DiffEntry => {
      const sent = set.find((key) => key === found.raw) ?? set.find((key) => isSame(found.raw, key));
      const kind = sent === undefined ? 'removed' : isKeptKey(found.raw, sent, last) ? 'foreign' : 'altered';
      return { kind, ...facts(found.raw), thumbprint: found.thumbprint, state: ownerOf(found, keys)?.state ?? null };
    }),
  ];
}

const facts = (key: Jwk): Pick<DiffEntry, 'kid' | 'kty' | 'alg'> => ({
  kid: kidOf(key),
  kty: typeof key['kty'] === 'string' ? key['kty'] : '',
  alg: typeof key['alg'] === 'string' ? key['alg'] : null,
});

const kidOf = ({ kid }: Jwk): string | null => (typeof kid === 'string' ? kid : null);

/** The same place in the set: by kid, or by content where there is none. */
const isSame = (a: Jwk, b: Jwk): boolean =>
  a === b || (kidOf(a) === null ? canonicalJson(a) === canonicalJson(b) : kidOf(a) === kidOf(b));

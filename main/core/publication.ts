// What a tenant should publish, how that differs from what it publishes now, and the exact bytes that would go out.
// Pure. The remote call replaces the whole set, so foreign keys must be sent back or they would vanish.
import { CustodianError } from '../../shared/errors.ts';
import { MAX_PUBLISHED_KEYS } from '../../shared/limits.ts';
import type {
  DiffEntry,
  EndpointKind,
  KeyRing,
  KeyState,
  PublicationPreview,
  RemoteKey,
  SigningAlgorithm,
  SigningKey,
} from '../../shared/model.ts';
import { canonicalHash, canonicalJson } from './canonical-json.ts';

/** The key schema of the Management API knows RSA and EC only; a plain JWK set takes every kind. */
export function isPushable(alg: SigningAlgorithm, endpoint: EndpointKind): boolean {
  return alg !== 'Ed25519' || endpoint === 'jwks';
}

const PUBLISHED: readonly KeyState[] = ['current', 'next', 'previous'];

/**
 * Our keys that verifiers should find, in publishing order: all current keys first (a naive verifier takes the first
 * key of the set), then next, then previous, newest first; within a state in the order of the rings.
 */
export function wantedKeys(
  endpoint: EndpointKind,
  rings: readonly KeyRing[],
  keys: readonly SigningKey[],
): SigningKey[] {
  const pushable = rings.filter((ring) => isPushable(ring.alg, endpoint));
  return PUBLISHED.flatMap((state) =>
    pushable.flatMap((ring) =>
      keys
        .filter((key) => key.ringId === ring.id && key.state === state)
        .sort((a, b) => (b.previousAt ?? '').localeCompare(a.previousAt ?? '')),
    ),
  );
}

interface PreviewInput {
  endpoint: EndpointKind;
  rings: readonly KeyRing[];
  keys: readonly SigningKey[];
  remote: readonly RemoteKey[];
  jwksUrl: string;
}

export function previewOf({ endpoint, rings, keys, remote, jwksUrl }: PreviewInput): PublicationPreview {
  const wanted = wantedKeys(endpoint, rings, keys);
  const diff = [...wanted.map((key) => diffOfWanted(key, remote)), ...diffOfOthers(wanted, keys, remote)];
  const foreign = remote.filter((found) => ownerOf(found, keys) === null);
  const set = [...wanted.map((key) => key.jwk), ...foreign.map((key) => key.raw)];
  if (set.length > MAX_PUBLISHED_KEYS) {
    throw new CustodianError('PUBLISH_TOO_MANY', { count: set.length, limit: MAX_PUBLISHED_KEYS });
  }
  const body = set.length === 0 ? null : canonicalJson({ keys: set });
  const found = remote.map((key) => key.raw);
  return {
    hash: canonicalHash({ body, found }),
    body,
    kids: [...wanted.map((key) => key.kid), ...foreign.map((key) => key.kid ?? '')],
    diff,
    upToDate: holds(remote, body),
    jwksUrl,
  };
}

/** True when the set found holds exactly the keys of `body`, in that order and with every member as sent. */
export function holds(remote: readonly RemoteKey[], body: string | null): boolean {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is the text that this file made
  const sent = body === null ? [] : (JSON.parse(body) as { keys: Record<string, unknown>[] }).keys;
  return sent.length === remote.length && sent.every((key, index) => hasMembers(remote[index]?.raw ?? {}, key));
}

function diffOfWanted(key: SigningKey, remote: readonly RemoteKey[]): DiffEntry {
  const there = remote.find((found) => found.kid === key.kid);
  const kind = there === undefined ? 'added' : hasMembers(there.raw, key.jwk) ? 'kept' : 'altered';
  return {
    kind,
    kid: key.kid,
    kty: key.jwk.kty,
    alg: key.alg,
    thumbprint: there?.thumbprint ?? null,
    state: key.state,
  };
}

function diffOfOthers(
  wanted: readonly SigningKey[],
  keys: readonly SigningKey[],
  remote: readonly RemoteKey[],
): DiffEntry[] {
  return remote
    .filter((found) => !wanted.some((key) => key.kid === found.kid))
    .map((found) => {
      const owner = ownerOf(found, keys);
      return {
        kind: owner === null ? 'foreign' : 'removed',
        kid: found.kid,
        kty: found.kty,
        alg: found.alg,
        thumbprint: found.thumbprint,
        state: owner?.state ?? null,
      };
    });
}

/** Ours is a key that bears one of our kids, or that is our material under another name. */
function ownerOf(found: RemoteKey, keys: readonly SigningKey[]): SigningKey | null {
  return (
    keys.find((key) => key.kid === found.kid) ??
    keys.find((key) => found.thumbprint !== null && sameMaterial(key, found)) ??
    null
  );
}

function sameMaterial(key: SigningKey, found: RemoteKey): boolean {
  const { jwk } = key;
  return jwk.kty === 'RSA'
    ? found.raw['n'] === jwk.n && found.raw['e'] === jwk.e
    : found.raw['crv'] === jwk.crv && found.raw['x'] === jwk.x;
}

/** A server may add members or change their order, but what we sent must be there as sent. */
function hasMembers(found: Record<string, unknown>, sent: object): boolean {
  return Object.entries(sent).every(
    ([name, value]) => name in found && canonicalJson(found[name]) === canonicalJson(value),
  );
}

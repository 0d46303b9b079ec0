// Compares what is published with what we published last. Pure. The base is our last publication and not what the rings
// want today: what we have not pushed yet is no drift. Foreign keys that we sent back knowingly are none either.
import { canonicalJson } from './canonical-json.ts';
import { DRIFT_KINDS, type DriftFinding, type DriftKind, type DriftReport, isAlarm } from '../../shared/drift.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { Publication, RemoteKey } from '../../shared/model/publication.ts';
import type { SigningKey } from '../../shared/model/key.ts';
import type { Tenant } from '../../shared/model/tenant.ts';
import type { RegistryReader } from './ports/registry-reader.ts';
import type { ExposedKey } from '../../shared/publishing.ts';
import { isNotVisibleYet } from './compare-sets.ts';
import { exposedIn, type SeenSets } from './exposed.ts';
import { hasMembers, nameOf, ownerOf, revokedAs } from './same-key.ts';
import { keysIn } from './recorded-set.ts';
import { sinceLastPush } from './since-last-push.ts';

interface DriftInput {
  last: Publication;
  /** The custom set as the tenant's own interface gives it; `null` when that could not be read. */
  remote: readonly RemoteKey[] | null;
  /** Every kid that the public set lists; `null` when that could not be read. */
  publicKids: readonly string[] | null;
  /** The public set itself, where it is at hand. */
  outside?: SeenSets['outside'];
  /** All keys of the tenant. */
  keys: readonly SigningKey[];
  /** Whether the public set is this set and nothing else, without keys of the tenant's own. */
  alone: boolean;
}

export function driftOf(input: DriftInput): DriftFinding[] {
  const { remote, outside = null, keys } = input;
  const found = [
    ...exposedIn({ remote: remote ?? [], outside }, keys).map(asFinding),
    ...(input.remote === null ? [] : insideDrift(input.last, input.remote, input.keys)),
    ...notVisibleYet(input),
    ...outsideDrift(input),
  ];
  return found.toSorted((a, b) => Number(isAlarm(b)) - Number(isAlarm(a)) || order(a) - order(b));
}

/** What the last push brings or takes away, as long as the tenant shows the set of before. */
function notVisibleYet({ last, remote }: DriftInput): DriftFinding[] {
  if (remote === null || !isNotVisibleYet(last, remote)) {
    return [];
  }
  const there = remote.flatMap(({ kid }) => kid ?? []);
  const changed = [
    ...last.kids.filter((kid) => !there.includes(kid)),
    ...there.filter((kid) => !last.kids.includes(kid)),
  ];
  return (changed.length > 0 ? changed : last.kids).map((kid) => ({ kind: 'not-visible-yet', kid }));
}

const asFinding = ({ name, members, ours }: ExposedKey): DriftFinding =>
  ours === null ? { kind: 'private-foreign', kid: name, members } : { kind: 'private-ours', kid: ours.kid, members };

const order = ({ kind }: DriftFinding): number => DRIFT_KINDS.indexOf(kind);

function insideDrift(last: Publication, remote: readonly RemoteKey[], keys: readonly SigningKey[]): DriftFinding[] {
  const changed = sinceLastPush(last, remote).flatMap(({ kid, change }): DriftFinding[] => {
    switch (change) {
      case 'vanished':
        return [{ kind: 'missing', kid }];
      case 'altered':
        return [{ kind: isRevoked(kid, remote, keys) ? 'revoked-there' : 'altered', kid }];
      case 'moved':
      case 'rewritten':
        return [{ kind: change, kid }];
      case 'appeared':
        return [{ kind: arrival(kid, remote, keys), kid }];
      case 'exposed':
        // Told before everything else already.
        return [];
    }
  });
  // `sinceLastPush` compares by kid; a key without one can only have been put there by somebody else.
  const nameless = remote
    .filter((key) => key.kid === null && !isSent(last, key))
    .map((key): DriftFinding => {
      const owner = ownerOf(key, keys);
      const kind = owner === null ? 'foreign' : owner.state === 'revoked' ? 'revoked-there' : 'altered';
      return { kind, kid: nameOf(key) };
    });
  return [...changed, ...nameless];
}

function arrival(kid: string, remote: readonly RemoteKey[], keys: readonly SigningKey[]): DriftKind {
  const key = remote.find((one) => one.kid === kid);
  const owner = key === undefined ? null : ownerOf(key, keys);
  if (key === undefined || owner === null) {
    return 'foreign';
  }
  if (owner.state === 'revoked' || isRevoked(kid, remote, keys)) {
    return 'revoked-there';
  }
  return owner.kid === kid && !hasMembers(key.raw, owner.jwk) ? 'altered' : 'unrecorded';
}

/** Our revoked material may come back under a kid that is in use. */
const isRevoked = (kid: string, remote: readonly RemoteKey[], keys: readonly SigningKey[]): boolean =>
  remote.some((key) => key.kid === kid && revokedAs(key, keys) !== null);

const isSent = ({ sent }: Publication, { raw }: RemoteKey): boolean =>
  sent === null || keysIn(sent).some((key) => key['kid'] === undefined && hasMembers(raw, key));

function outsideDrift({ last, remote, publicKids, outside = null, keys, alone }: DriftInput): DriftFinding[] {
  if (publicKids === null) {
    return [];
  }
  // What is not in the tenant's set cannot be public; it is reported as missing already.
  const there = remote?.flatMap(({ kid }) => kid ?? []) ?? last.kids;
  const absent = last.kids.filter((kid) => there.includes(kid) && !publicKids.includes(kid));
  const lingering = keys.filter(
    ({ kid, state }) =>
      state === 'revoked' && publicKids.includes(kid) && !there.includes(kid) && !last.kids.includes(kid),
  );
  // What we replaced last may still come out of a cache; what nobody of us ever sent cannot.
  const known = new Set<unknown>([
    ...there,
    ...last.kids,
    ...keysIn(last.replaced).map(({ kid }) => kid),
    ...keys.map(({ kid }) => kid),
  ]);
  // Revoked material under another name or none; by its own name it is found below.
  const disguised = (outside?.keys ?? []).filter((key) => {
    const revoked = revokedAs(key, keys);
    const told = remote?.some(({ raw }) => canonicalJson(raw) === canonicalJson(key.raw)) ?? false;
    return revoked !== null && revoked.kid !== key.kid && !told;
  });
  const strangers = alone ? publicKids.filter((kid) => !known.has(kid)) : [];
  return [
    ...disguised.map((key): DriftFinding => ({ kind: 'revoked-there', kid: nameOf(key) })),
    ...strangers.map((kid): DriftFinding => ({ kind: 'foreign', kid })),
    ...absent.map((kid): DriftFinding => ({ kind: 'not-public', kid })),
    ...lingering.map(({ kid }): DriftFinding => ({ kind: 'still-public', kid })),
  ];
}

/** What the last look found, unless a publication made it old. */
export function latestDrift(reader: RegistryReader, { id }: Tenant): DriftReport | null {
  return stillValid(reader.drift(id), reader.lastPublication(id)?.at ?? null);
}

export function stillValid(drift: DriftReport | null, lastPublishedAt: Instant | null): DriftReport | null {
  return drift === null || (lastPublishedAt !== null && lastPublishedAt > drift.at) ? null : drift;
}

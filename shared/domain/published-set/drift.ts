// Compares what is published with what ought to be, and with what we published last. Pure. A revoked key that is there and
// a signing key that is not are drift even where that is exactly what we pushed; other wishes of the rings that were not
// pushed yet are none, and neither are keys of others that somebody decided to keep.
import { canonicalJson } from '../../encoding/canonical-json.ts';
import {
  DRIFT_KINDS,
  type DriftFinding,
  type DriftKind,
  type DriftReport,
  isAlarm,
  isCompromised,
} from './drift-report.ts';
import type { KeptForeign } from './foreign.ts';
import type { Instant } from '../timing/instant.ts';
import type { Publication, RemoteKey } from './publication.ts';
import type { SigningKey } from '../key-ring/key.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { CompromisedOut } from '../records.ts';
import type { ExposedKey } from './finding.ts';
import { isNotVisibleYet } from './compare-sets.ts';
import { exposedIn, type SeenSets } from './exposed.ts';
import { keptAs } from './foreign-keys.ts';
import { hasMembers, nameOf, ownerOf, revokedAs } from '../key-ring/same-key.ts';
import { keysIn } from './recorded-set.ts';
import { sinceLastPush } from './since-last-push.ts';

interface DriftInput {
  /** `null` when nothing was ever pushed from here. */
  last: Publication | null;
  /** The custom set as the tenant's own interface gives it; `null` when that could not be read. */
  remote: readonly RemoteKey[] | null;
  /** Every kid that the public set lists, at any of its places; `null` when that could not be read. */
  publicKids: readonly string[] | null;
  /** Those that all of its places list; `publicKids` where there is one. */
  everywhere?: readonly string[] | null;
  /** The public set itself, where it is at hand. */
  outside?: SeenSets['outside'];
  /** All keys of the tenant. */
  keys: readonly SigningKey[];
  /** Decisions to keep keys of others. */
  kept: readonly KeptForeign[];
  /** Those that sign and can be published. */
  signing?: readonly SigningKey[];
  /** Whether the public set is this set and nothing else, without keys of the tenant's own. */
  alone: boolean;
}

export function driftOf(input: DriftInput): DriftFinding[] {
  const { remote, outside = null, keys } = input;
  const found = [
    ...exposedIn({ remote: remote ?? [], outside }, keys).map(asFinding),
    ...againstOught(input),
    ...(input.remote === null || input.last === null
      ? []
      : [...insideDrift(input.last, input.remote, input.keys), ...undecided(input.remote, input)]),
    ...notVisibleYet(input),
    ...outsideDrift(input),
  ];
  const told = found.filter(
    ({ kind, kid }) => !found.some((one) => one.kid === kid && (SAYS_MORE_THAN[one.kind]?.includes(kind) ?? false)),
  );
  return told.toSorted((a, b) => Number(isAlarm(b)) - Number(isAlarm(a)) || order(a) - order(b));
}

/** What is told of the same key already. */
const SAYS_MORE_THAN: Partial<Record<DriftKind, readonly DriftKind[]>> = {
  'compromised-public': ['revoked-public', 'still-public'],
  'revoked-there': ['revoked-public'],
  'not-visible-yet': ['revoked-public'],
  'current-missing': ['missing', 'not-public'],
};

/** What must not be there and is, and what must be and is not, whoever sent the set. */
function againstOught(input: DriftInput): DriftFinding[] {
  const { last, remote, publicKids, everywhere = publicKids, outside = null, keys, signing = [] } = input;
  const inside = revokedIn(remote ?? [], keys);
  const beyond = [
    ...revokedIn(outside?.keys ?? [], keys),
    ...keys.flatMap((key) =>
      key.state === 'revoked' && publicKids?.includes(key.kid) === true ? [{ name: key.kid, key }] : [],
    ),
  ];
  const compromised = [...inside, ...beyond].filter(({ key }) => key.revocation?.compromised === true);
  const there = remote?.flatMap((found) => ownerOf(found, keys) ?? []) ?? null;
  const missing = signing.filter((key) =>
    there === null
      ? everywhere !== null && !everywhere.includes(key.kid) && last?.kids.includes(key.kid) !== true
      : !there.includes(key),
  );
  return [
    ...unique(compromised.map(({ name }) => name)).map((kid): DriftFinding => ({ kind: 'compromised-public', kid })),
    ...missing.map(({ kid }): DriftFinding => ({ kind: 'current-missing', kid })),
    ...unique(inside.map(({ name }) => name)).map((kid): DriftFinding => ({ kind: 'revoked-public', kid })),
  ];
}

/** Our revoked keys in a set, by the names that they bear there. */
const revokedIn = (found: readonly RemoteKey[], keys: readonly SigningKey[]): { name: string; key: SigningKey }[] =>
  found.flatMap((one) => {
    const owner = ownerOf(one, keys);
    const key = revokedAs(one, keys) ?? (owner?.state === 'revoked' ? owner : null);
    return key === null ? [] : [{ name: nameOf(one), key }];
  });

const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** What the last push brings or takes away, as long as the tenant shows the set of before. */
function notVisibleYet({ last, remote }: DriftInput): DriftFinding[] {
  if (remote === null || last === null || !isNotVisibleYet(last, remote)) {
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
        return isForeign(kid, remote, keys)
          ? []
          : [{ kind: isRevoked(kid, remote, keys) ? 'revoked-there' : 'altered', kid }];
      case 'moved':
      case 'rewritten':
        return [{ kind: change, kid }];
      case 'appeared':
        return isForeign(kid, remote, keys) ? [] : [{ kind: arrival(kid, remote, keys), kid }];
      case 'exposed':
        // Told before everything else already.
        return [];
    }
  });
  // `sinceLastPush` compares by kid; a key without one can only have been put there by somebody else.
  const nameless = remote
    .filter((key) => key.kid === null && ownerOf(key, keys) !== null && !isSent(last, key))
    .map((key): DriftFinding => {
      const kind = ownerOf(key, keys)?.state === 'revoked' ? 'revoked-there' : 'altered';
      return { kind, kid: nameOf(key) };
    });
  return [...changed, ...nameless];
}

/** A key of others is no drift by a decision alone, and not by having been sent along once. */
const undecided = (remote: readonly RemoteKey[], { keys, kept }: Pick<DriftInput, 'keys' | 'kept'>): DriftFinding[] =>
  remote
    .filter((key) => ownerOf(key, keys) === null && keptAs(key, kept) === null)
    .map((key) => ({ kind: 'foreign', kid: nameOf(key) }));

const isForeign = (kid: string, remote: readonly RemoteKey[], keys: readonly SigningKey[]): boolean =>
  remote.some((key) => key.kid === kid && ownerOf(key, keys) === null);

function arrival(kid: string, remote: readonly RemoteKey[], keys: readonly SigningKey[]): DriftKind {
  const key = remote.find((one) => one.kid === kid);
  const owner = key === undefined ? null : ownerOf(key, keys);
  if (key === undefined || owner === null) {
    return 'foreign';
  }
  if (owner.state === 'revoked' || isRevoked(kid, remote, keys)) {
    return 'revoked-there';
  }
  if (owner.state === 'replaced') {
    return 'replaced-there';
  }
  return owner.kid === kid && !hasMembers(key.raw, owner.jwk) ? 'altered' : 'unrecorded';
}

/** Our revoked material may come back under a kid that is in use. */
const isRevoked = (kid: string, remote: readonly RemoteKey[], keys: readonly SigningKey[]): boolean =>
  remote.some((key) => key.kid === kid && revokedAs(key, keys) !== null);

const isSent = ({ sent }: Publication, { raw }: RemoteKey): boolean =>
  sent === null || keysIn(sent).some((key) => key['kid'] === undefined && hasMembers(raw, key));

function outsideDrift(input: DriftInput): DriftFinding[] {
  const { last, remote, publicKids, everywhere = publicKids, outside = null, keys, alone } = input;
  if (publicKids === null || everywhere === null) {
    return [];
  }
  // What is not in the tenant's set cannot be public; it is reported as missing already.
  const sent = last?.kids ?? [];
  const there = remote?.flatMap(({ kid }) => kid ?? []) ?? sent;
  const absent = sent.filter((kid) => there.includes(kid) && !everywhere.includes(kid));
  const lingering = keys.filter(
    ({ kid, state }) => state === 'revoked' && publicKids.includes(kid) && !there.includes(kid) && !sent.includes(kid),
  );
  // What we replaced last may still come out of a cache; what nobody of us ever sent cannot.
  const known = new Set<unknown>([
    ...there,
    ...sent,
    ...keysIn(last?.replaced ?? null).map(({ kid }) => kid),
    ...keys.map(({ kid }) => kid),
  ]);
  // Revoked material under another name or none; by its own name it is found below.
  const disguised = (outside?.keys ?? []).filter((key) => {
    const revoked = revokedAs(key, keys);
    const told = remote?.some(({ raw }) => canonicalJson(raw) === canonicalJson(key.raw)) ?? false;
    return revoked !== null && revoked.kid !== key.kid && !told;
  });
  const strangers = alone && last !== null ? publicKids.filter((kid) => !known.has(kid)) : [];
  return [
    ...disguised.map((key): DriftFinding => ({ kind: 'revoked-there', kid: nameOf(key) })),
    ...strangers.map((kid): DriftFinding => ({ kind: 'foreign', kid })),
    ...absent.map((kid): DriftFinding => ({ kind: 'not-public', kid })),
    ...lingering.map(({ kid }): DriftFinding => ({ kind: 'still-public', kid })),
  ];
}

export function stillValid(drift: DriftReport | null, lastPublishedAt: Instant | null): DriftReport | null {
  return drift === null || (lastPublishedAt !== null && lastPublishedAt > drift.at) ? null : drift;
}

export function withCompromised(
  look: DriftReport | null,
  { name }: Pick<Tenant, 'name'>,
  out: readonly CompromisedOut[],
): DriftReport | null {
  const told = look?.findings.filter(isCompromised).map(({ kid }) => kid) ?? [];
  const untold = out.filter(({ kid }) => !told.includes(kid));
  const [first] = untold;
  if (first === undefined) {
    return look;
  }
  const notChecked = {
    tenant: name,
    at: first.revokedAt,
    findings: [],
    keptForeign: [],
    unreadable: null,
    unseen: null,
    jwksUrl: null,
  };
  const findings = untold.map(({ kid }): DriftFinding => ({ kind: 'compromised-public', kid }));
  const { findings: seen, ...report } = look ?? notChecked;
  return { ...report, state: 'drifted', findings: [...findings, ...seen] };
}

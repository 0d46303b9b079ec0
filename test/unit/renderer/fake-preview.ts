// What a push would do to the set of a fake tenant.
import type { ForeignKey, KeepForeign } from '../../../shared/domain/published-set/foreign.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { DiffEntry, PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { madeUpHex } from './fake-data.ts';
import type { FakeWorld } from './fake-world.ts';

export interface Wishes {
  removeForeign?: readonly string[] | undefined;
  keepForeign?: readonly KeepForeign[] | undefined;
}

/** What a push would do, by the same words as the real one. */
export function previewOf(world: FakeWorld, view: TenantView, wishes: Wishes = {}): PublicationPreview {
  const { removeForeign = [], keepForeign = [] } = wishes;
  const remote = world.remote.get(view.tenant.name) ?? [];
  const keys = view.rings.flatMap((ring) => ring.keys);
  const wanted = keys.filter((key) => key.state !== 'revoked');
  const diff: DiffEntry[] = [
    ...wanted.map((key) => {
      const there = remote.find(({ kid }) => kid === key.kid);
      return entry(key.kid, there ? (there.altered ? 'altered' : 'kept') : 'added', key);
    }),
    ...remote
      .filter(({ kid }) => !wanted.some((key) => key.kid === kid))
      .map(({ kid }) => {
        const ours = keys.find((key) => key.kid === kid);
        return entry(kid, ours || removeForeign.includes(kid) ? 'removed' : 'foreign', ours);
      }),
  ];
  const body = wanted.length === 0 ? null : JSON.stringify({ keys: wanted.map((key) => key.jwk) });
  const foreign = foreignIn(
    view,
    remote.map(({ kid }) => kid),
    wishes,
  );
  return {
    hash: madeUpHex(JSON.stringify([body, remote, removeForeign, keepForeign])),
    body,
    kids: wanted.map((key) => key.kid),
    diff,
    upToDate: diff.every(({ kind }) => kind === 'kept' || kind === 'foreign'),
    jwksUrl:
      view.tenant.endpoint === 'sandbox'
        ? 'http://127.0.0.1:4180/acme/.well-known/jwks.json'
        : `https://${view.tenant.customDomain}/.well-known/jwks.json`,
    act: 'push',
    foreign,
    findings: foreign
      .filter(({ decision }) => decision === null)
      .map(({ name }) => ({ code: 'foreign-undecided', severity: 'error', kid: name })),
    waits: [],
    exposed: [],
    sinceLastPush: [],
    places: { used: remote.length, planned: wanted.length, limit: 10 },
    warnings: [],
  };
}

/** The keys of others among these, and what is decided about them. */
export function foreignIn(
  view: TenantView,
  kids: readonly string[],
  { removeForeign = [], keepForeign = [] }: Wishes,
): ForeignKey[] {
  const ours = view.rings.flatMap((ring) => ring.keys);
  const decisionOn = (name: string): ForeignKey['decision'] => {
    if (removeForeign.includes(name)) {
      return { kind: 'remove' };
    }
    const keep = keepForeign.find((one) => one.name === name);
    const kept = view.keptForeign.find((one) => one.name === name);
    return keep !== undefined
      ? { kind: 'keep', reason: keep.reason }
      : kept !== undefined
        ? { kind: 'kept', reason: kept.reason, at: kept.at, by: kept.by }
        : null;
  };
  return kids
    .filter((kid) => !ours.some((key) => key.kid === kid))
    .map((name) => ({ name, material: `material-of-${name}`, isThere: true, decision: decisionOn(name) }));
}

function entry(kid: string, kind: DiffEntry['kind'], key: SigningKey | undefined): DiffEntry {
  return {
    kind,
    kid,
    kty: key?.jwk.kty ?? 'RSA',
    alg: key?.alg ?? 'RS256',
    thumbprint: null,
    state: key?.state ?? null,
  };
}

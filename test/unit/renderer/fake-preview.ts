// What a push would do to the set of a fake tenant.
import type { SigningKey } from '../../../shared/model/key.ts';
import type { DiffEntry, PublicationPreview } from '../../../shared/model/publication.ts';
import type { TenantView } from '../../../shared/model/tenant.ts';
import { madeUpHex } from './fake-data.ts';
import type { FakeWorld } from './fake-world.ts';

/** What a push would do, by the same words as the real one. */
export function previewOf(
  world: FakeWorld,
  view: TenantView,
  removeForeign: readonly string[] = [],
): PublicationPreview {
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
  return {
    hash: madeUpHex(JSON.stringify([body, remote, removeForeign])),
    body,
    kids: wanted.map((key) => key.kid),
    diff,
    upToDate: diff.every(({ kind }) => kind === 'kept' || kind === 'foreign'),
    jwksUrl:
      view.tenant.endpoint === 'sandbox'
        ? 'http://127.0.0.1:4180/acme/.well-known/jwks.json'
        : `https://${view.tenant.customDomain}/.well-known/jwks.json`,
    act: 'push',
    findings: [],
    exposed: [],
    sinceLastPush: [],
    places: { used: remote.length, planned: wanted.length, limit: 10 },
    warnings: [],
  };
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

// The registry and the tenants' endpoints as the fake bridge keeps them, and the scenes that tests and pictures use.
import type { AppStatus } from '../../../shared/contract.ts';
import type { AuditEntry, DiffEntry, PublicationPreview, SigningKey, TenantView } from '../../../shared/model.ts';
import { fakeKey, fakeRing, fakeTenant, livedInRing, madeUpHex, publishedView } from './fake-data.ts';

export interface FakeWorld {
  views: TenantView[];
  audit: AuditEntry[];
  /** Tenant name -> the keys that its endpoint holds, with those that are not ours. */
  remote: Map<string, { kid: string; altered?: boolean }[]>;
  sandboxRunning: boolean;
  vault: AppStatus['vault'];
}

export type Scene = 'empty' | 'plain' | 'crowded';

export function makeWorld(scene: Scene): FakeWorld {
  const views = scene === 'empty' ? [] : scene === 'plain' ? plainViews() : [...plainViews(), ...manyViews()];
  return {
    views,
    audit: scene === 'empty' ? [] : makeAudit(scene === 'crowded' ? 137 : 14),
    remote: new Map(
      views.map((view) => [view.tenant.name, (view.lastPublication?.kids ?? []).map((kid) => ({ kid }))]),
    ),
    sandboxRunning: scene !== 'empty',
    vault: { condition: 'available', detail: 'Secret Service, login collection' },
  };
}

function plainViews(): TenantView[] {
  const fresh = fakeTenant({ name: 'rehearsal', domain: 'rehearsal.sandbox.example', customDomain: null });
  const production = fakeTenant({
    name: 'Northwind Bank',
    domain: 'northwind.eu.auth0.com',
    customDomain: 'login.northwind.example',
    environment: 'production',
    endpoint: 'auth0',
  });
  return [
    {
      tenant: fresh,
      rings: [fakeRing([fakeKey('r1'), fakeKey('r2', { state: 'current' })])],
      lastPublication: null,
      policy: null,
      rehearsalTenant: null,
    },
    publishedView(fakeTenant(), [livedInRing('acme')]),
    publishedView(production, [
      livedInRing('northwind'),
      fakeRing(
        [
          fakeKey('nw es next', { alg: 'ES256', publishedAt: '2026-11-14T09:12:00.000Z' }),
          fakeKey('nw es current', {
            alg: 'ES256',
            state: 'current',
            publishedAt: '2026-11-14T09:12:00.000Z',
            uses: 3,
          }),
        ],
        { id: 'ring-es', name: 'open-banking', alg: 'ES256', bits: null },
      ),
    ]),
  ];
}

function manyViews(): TenantView[] {
  return Array.from({ length: 9 }, (_, index) => {
    const name = `branch-${String(index + 1).padStart(2, '0')}`;
    const environment = index % 3 === 0 ? 'staging' : 'development';
    return publishedView(fakeTenant({ name, domain: `${name}.northwind.example`, environment }), [livedInRing(name)]);
  });
}

const ACTS: [string, string, Record<string, unknown>][] = [
  ['tenant.added', 'acme', { environment: 'development', endpoint: 'sandbox' }],
  ['key.generated', 'acme/default', { alg: 'RS256', bits: 2048 }],
  ['publish.sent', 'acme', { keys: 2 }],
  ['key.rotated', 'acme/default', { reason: 'quarterly rotation' }],
  ['publish.confirmed', 'acme', { keys: 3 }],
  ['publish.verified', 'acme', { ok: true }],
  ['key.revoked', 'acme/default', { reason: 'replaced in the autumn rotation', compromised: false }],
];

function makeAudit(length: number): AuditEntry[] {
  return Array.from({ length }, (_, index) => {
    const [action, subject, details] = ACTS[index % ACTS.length] ?? ['tenant.added', 'acme', {}];
    return {
      seq: index + 1,
      at: new Date(Date.UTC(2026, 8, 1, 9, 30) + index * 5_000_000).toISOString(),
      actor: 'officer via window',
      action,
      subject,
      details,
      previousHash: madeUpHex(`audit ${index}`),
      hash: madeUpHex(`audit ${index + 1}`),
    };
  });
}

/** What a push would do, by the same words as the real one. */
export function previewOf(world: FakeWorld, view: TenantView): PublicationPreview {
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
        return entry(kid, ours ? 'removed' : 'foreign', ours);
      }),
  ];
  const body = wanted.length === 0 ? null : JSON.stringify({ keys: wanted.map((key) => key.jwk) });
  return {
    hash: madeUpHex(JSON.stringify([body, remote])),
    body,
    kids: wanted.map((key) => key.kid),
    diff,
    upToDate: diff.every(({ kind }) => kind === 'kept' || kind === 'foreign'),
    jwksUrl:
      view.tenant.endpoint === 'sandbox'
        ? 'http://127.0.0.1:4180/acme/.well-known/jwks.json'
        : `https://${view.tenant.customDomain}/.well-known/jwks.json`,
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

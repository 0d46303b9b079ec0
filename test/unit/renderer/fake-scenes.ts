// The scenes that tests and pictures use: which tenants there are, and how far their keys have come.
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { fakeKey, fakeRing, fakeTenant, livedInRing, publishedView } from './fake-data.ts';

/** `register`: as `waiting`, with consumers. */
export type Scene = 'empty' | 'plain' | 'crowded' | 'fleet' | 'waiting' | 'register';

export function viewsOf(scene: Scene): TenantView[] {
  switch (scene) {
    case 'empty':
      return [];
    case 'plain':
      return plainViews();
    case 'crowded':
      return [...plainViews(), ...manyViews()];
    case 'fleet':
      return fleetViews();
    case 'waiting':
    case 'register':
      return waitingViews();
  }
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
      drift: null,
      policy: null,
      rehearsalTenant: null,
      keptForeign: [],
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

/** A moment ago the set was pushed and the ring rotated, so every clock runs. */
function waitingViews(): TenantView[] {
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
  const [past, rotated, pushed] = [ago(40 * 86_400), ago(52), ago(8)];
  const tenant = fakeTenant();
  const keys = (hours: number) => [
    fakeKey(`w next ${hours}`, { createdAt: rotated, publishedAt: pushed }),
    fakeKey(`w current ${hours}`, {
      state: 'current',
      publishedAt: past,
      currentAt: rotated,
      uses: 3,
      lastUsedAt: pushed,
    }),
    fakeKey(`w previous ${hours}`, { state: 'previous', publishedAt: past, previousAt: rotated, uses: 40 }),
    fakeKey(`w revoked ${hours}`, {
      state: 'revoked',
      publishedAt: past,
      revokedAt: rotated,
      takenDownAt: pushed,
      destroyAt: ago(-6.5 * 86_400),
    }),
    fakeKey(`w lingering ${hours}`, { state: 'revoked', publishedAt: past, revokedAt: past }),
    fakeKey(`w erased ${hours}`, {
      state: 'revoked',
      revokedAt: past,
      takenDownAt: past,
      destroyedAt: ago(30 * 86_400),
    }),
  ];
  const bank = fakeTenant({ name: 'Northwind Bank', environment: 'production', endpoint: 'auth0' });
  return [
    {
      ...publishedView({ ...tenant, cacheSeen: { seconds: 45, onErrorSeconds: 86_445, header: 'max-age=45' } }, [
        fakeRing(keys(1)),
      ]),
    },
    { ...publishedView(bank, [fakeRing(keys(2))]), rehearsalTenant: 'acme' },
  ];
}

function manyViews(): TenantView[] {
  return Array.from({ length: 9 }, (_, index) => {
    const name = `branch-${String(index + 1).padStart(2, '0')}`;
    const environment = index % 3 === 0 ? 'staging' : 'development';
    return publishedView(fakeTenant({ name, domain: `${name}.northwind.example`, environment }), [livedInRing(name)]);
  });
}

/** A thousand tenants with three keys each: what the overview has to stand. */
function fleetViews(): TenantView[] {
  const environments = ['production', 'staging', 'development'] as const;
  return Array.from({ length: 1000 }, (_, index) => {
    const name = `branch-${String(index + 1).padStart(4, '0')}`;
    const environment = environments[index % 3] ?? 'development';
    const keys = (['next', 'current', 'previous'] as const).map((state) => fakeKey(`${name} ${state}`, { state }));
    return publishedView(fakeTenant({ name, domain: `${name}.example`, environment }), [fakeRing(keys)]);
  });
}

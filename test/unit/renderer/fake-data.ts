// Plausible public facts for the window's tests and pictures. Nothing here is cryptography: kids, certificates and
// hashes only look right.
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant, TenantView } from '../../../shared/domain/tenant/tenant.ts';

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const HEX = '0123456789abcdef';

/** The same text for the same seed, in the given alphabet. */
export function madeUp(seed: string, length: number, alphabet = BASE64URL): string {
  let state = 2_166_136_261;
  for (const char of seed) {
    state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  }
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += alphabet[(state >>> 16) % alphabet.length] ?? '';
  }
  return text;
}

export const now = (): string => new Date().toISOString();

export const madeUpHex = (seed: string, length = 64): string => madeUp(seed, length, HEX);

export const fakeTenant = (over: Partial<Tenant> = {}): Tenant => ({
  id: `tenant-${over.name ?? 'acme'}`,
  name: 'acme',
  domain: 'acme.eu.auth0.com',
  customDomain: 'login.acme.example',
  environment: 'development',
  endpoint: 'sandbox',
  apiBaseUrl: null,
  jwksUrl: null,
  createdAt: '2026-06-02T08:00:00.000Z',
  policyId: null,
  rehearsalTenantId: null,
  cacheSeen: null,
  ...over,
});

/** An RSA key in the given state; the instants that the state implies are filled in. */
export function fakeKey(seed: string, over: Partial<SigningKey> = {}): SigningKey {
  const kid = over.kid ?? madeUp(seed, 43);
  const state = over.state ?? 'next';
  return {
    id: `key-${seed}`,
    ringId: 'ring-default',
    tenantId: 'tenant-acme',
    kid,
    alg: 'RS256',
    state,
    jwk: {
      kty: 'RSA',
      kid,
      use: 'sig',
      alg: 'RS256',
      n: madeUp(`${seed} n`, 342),
      e: 'AQAB',
      x5c: [madeUp(`${seed} x5c`, 1000)],
      x5t: madeUp(`${seed} x5t`, 27),
      'x5t#S256': madeUp(`${seed} x5t256`, 43),
    },
    certificate: madeUp(`${seed} certificate`, 1000),
    certificateEndsAt: '2040-04-27T07:15:00.000Z',
    spkiSha256: madeUpHex(`${seed} spki`),
    provenance: { kind: 'generated', source: null },
    exportable: true,
    createdAt: '2026-08-19T07:15:00.000Z',
    announcedAt: over.publishedAt ?? null,
    publishedAt: null,
    currentAt: state === 'next' ? null : '2026-09-01T09:30:00.000Z',
    previousAt: state === 'previous' || state === 'revoked' ? '2026-10-12T10:05:00.000Z' : null,
    revokedAt: state === 'revoked' ? '2026-11-03T14:20:00.000Z' : null,
    revocation:
      state === 'revoked'
        ? { reason: 'replaced in the autumn rotation', compromised: false, compromisedSince: null }
        : null,
    replacedAt: state === 'replaced' ? '2026-11-03T14:20:00.000Z' : null,
    takenDownAt: null,
    destroyAt: null,
    destroyedAt: null,
    uses: 0,
    lastUsedAt: null,
    ...over,
  };
}

export function fakeRing(keys: SigningKey[], over: Partial<RingView['ring']> = {}): RingView {
  return {
    ring: {
      id: 'ring-default',
      tenantId: 'tenant-acme',
      name: 'default',
      alg: 'RS256',
      bits: 2048,
      brought: false,
      createdAt: '2026-06-02T08:00:00.000Z',
      retirement: null,
      ...over,
    },
    keys,
    clocks: {},
    valued: {},
  };
}

const PUBLISHED = '2026-11-14T09:12:00.000Z';

/** A ring in the middle of its life: every stop of the lane is taken. */
export function livedInRing(seed: string, over: Partial<RingView['ring']> = {}): RingView {
  const own = { alg: over.alg ?? 'RS256' };
  return fakeRing(
    [
      fakeKey(`${seed} next`, { ...own, state: 'next', createdAt: '2026-11-14T09:10:00.000Z', publishedAt: PUBLISHED }),
      fakeKey(`${seed} current`, {
        ...own,
        state: 'current',
        publishedAt: '2026-10-12T10:06:00.000Z',
        currentAt: '2026-11-14T09:10:00.000Z',
        uses: 1284,
        lastUsedAt: '2026-11-22T05:02:00.000Z',
      }),
      fakeKey(`${seed} previous`, {
        ...own,
        state: 'previous',
        publishedAt: '2026-09-01T09:31:00.000Z',
        previousAt: '2026-11-14T09:10:00.000Z',
        uses: 40_211,
        lastUsedAt: '2026-11-14T09:09:00.000Z',
        provenance: { kind: 'imported', source: 'PKCS#8 PEM' },
      }),
      fakeKey(`${seed} revoked`, {
        ...own,
        state: 'revoked',
        publishedAt: '2026-07-01T09:31:00.000Z',
        takenDownAt: '2026-11-03T14:26:00.000Z',
        uses: 9120,
      }),
      fakeKey(`${seed} leaked`, {
        ...own,
        state: 'revoked',
        publishedAt: '2026-06-02T09:31:00.000Z',
        revokedAt: '2026-07-01T11:40:00.000Z',
        takenDownAt: '2026-07-01T11:44:00.000Z',
        destroyedAt: '2026-07-08T11:44:00.000Z',
        revocation: {
          reason: 'found in a build log of the billing team',
          compromised: true,
          compromisedSince: '2026-06-28T22:00:00.000Z',
        },
        uses: 310,
      }),
      fakeKey(`${seed} unseen`, {
        ...own,
        state: 'revoked',
        revokedAt: '2026-06-05T11:40:00.000Z',
        revocation: { reason: 'replaced before it was published or used', compromised: false, compromisedSince: null },
      }),
    ],
    over,
  );
}

/** What the tenant announced last, when that is everything it should. */
export function publishedView(tenant: Tenant, rings: RingView[]): TenantView {
  return {
    tenant,
    rings,
    policy: null,
    rehearsalTenant: null,
    keptForeign: [],
    drift: null,
    lastPublication: {
      id: `publication-${tenant.name}`,
      tenantId: tenant.id,
      at: PUBLISHED,
      hash: madeUpHex(`${tenant.name} publication`),
      kids: rings.flatMap(({ keys }) => keys.filter((key) => key.state !== 'revoked').map((key) => key.kid)),
      replaced: '{"keys":[]}',
      act: 'push' as const,
      sent: '{"keys":[]}',
      confirmedAt: PUBLISHED,
      variations: [],
    },
  };
}

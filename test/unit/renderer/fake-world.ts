// The registry and the tenants' endpoints as the fake bridge keeps them, and the scenes that tests and pictures use.
import type { RegisteredConsumer } from '../../../main/core/consumers.ts';
import type { AppStatus } from '../../../shared/contract/app.ts';
import type { PastPublication } from '../../../shared/contract/publish.ts';
import type { CredentialFacts } from '../../../shared/credentials.ts';
import type { AuditEntry } from '../../../shared/model/audit.ts';
import type { DiffEntry, PublicationPreview } from '../../../shared/model/publication.ts';
import type { SigningKey } from '../../../shared/model/key.ts';
import type { TenantView } from '../../../shared/model/tenant.ts';
import type { OwnKeyView } from '../../../shared/own-keys.ts';
import type { CompletedPlan } from '../../../shared/plan.ts';
import type { RehearsedTrouble } from '../../../shared/trouble.ts';
import { fakeKey, fakeRing, fakeTenant, livedInRing, madeUpHex, publishedView } from './fake-data.ts';

export interface FakeWorld {
  views: TenantView[];
  audit: AuditEntry[];
  /** Tenant name -> the keys that its endpoint holds, with those that are not ours. */
  remote: Map<string, { kid: string; altered?: boolean }[]>;
  /** Tenant name -> what was pushed, proven and confirmed, and which plans were run to their end. */
  history: Map<string, FakeHistory>;
  /** Tenant name -> its register. */
  consumers: Map<string, RegisteredConsumer[]>;
  /** Tenant name -> what was published, newest first. */
  past: Map<string, FakePast[]>;
  /** Tenant name -> what lets us in. */
  credentials: Map<string, CredentialFacts>;
  /** Tenant name -> the keys with which it signs itself; made when somebody looks. */
  ownKeys: Map<string, OwnKeyView[]>;
  sandboxRunning: boolean;
  /** What is armed to go wrong at the sandbox. */
  trouble: RehearsedTrouble;
  vault: AppStatus['vault'];
}

export interface FakePast extends PastPublication {
  /** The kids that were there before. */
  replaced: string[];
}

export const pastOf = ({ past }: FakeWorld, tenant: string): FakePast[] => past.get(tenant) ?? [];

/** To be called before the endpoint gets the new set. */
export function remember(
  world: FakeWorld,
  tenant: string,
  made: Pick<PastPublication, 'act' | 'at' | 'hash' | 'kids'>,
): FakePast {
  const former = pastOf(world, tenant);
  const replaced = (world.remote.get(tenant) ?? []).map(({ kid }) => kid);
  const added = { ...made, id: fakeId(former.length), canComeBack: true, replaced };
  world.past.set(tenant, [added, ...former]);
  return added;
}

const fakeId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Two publications for a set that is out: before the last one, a key was in it that is revoked today. */
function pastFor({ lastPublication: last, rings }: TenantView): FakePast[] {
  if (last === null) {
    return [];
  }
  const revoked = rings.flatMap(({ keys }) => keys.filter(({ state }) => state === 'revoked').map(({ kid }) => kid));
  const older = [...last.kids.slice(1), ...revoked.slice(0, 1)];
  const { act, at, hash, kids } = last;
  return [
    { id: fakeId(1), act, at, hash, kids, canComeBack: true, replaced: older },
    {
      id: fakeId(0),
      act: 'push',
      at: '2026-10-12T10:06:00.000Z',
      hash: madeUpHex(`${hash} before`),
      kids: older,
      canComeBack: true,
      replaced: [],
    },
  ];
}

export interface FakeHistory {
  handOuts: { kid: string; at: string }[];
  publications: { at: string; kids: string[] }[];
  proofs: { ok: boolean; at: string; kid: string }[];
  confirmations: { kid: string; at: string }[];
  completed: CompletedPlan[];
}

/** Made on first use. */
export function historyOf({ history }: FakeWorld, tenant: string): FakeHistory {
  const known = history.get(tenant);
  const found = known ?? { publications: [], proofs: [], handOuts: [], confirmations: [], completed: [] };
  history.set(tenant, found);
  return found;
}

/** `register`: as `waiting`, with consumers. */
export type Scene = 'empty' | 'plain' | 'crowded' | 'fleet' | 'waiting' | 'register';

export function makeWorld(scene: Scene): FakeWorld {
  const views = viewsOf(scene);
  return {
    views,
    audit: scene === 'empty' ? [] : makeAudit(scene === 'crowded' ? 137 : 14),
    remote: new Map(
      views.map((view) => [view.tenant.name, (view.lastPublication?.kids ?? []).map((kid) => ({ kid }))]),
    ),
    history: new Map(),
    consumers: new Map(),
    past: new Map(views.map((view) => [view.tenant.name, pastFor(view)])),
    credentials: new Map(),
    ownKeys: new Map(),
    sandboxRunning: scene !== 'empty',
    trouble: { trouble: null, left: 0, here: true },
    vault: { condition: 'available', detail: 'Secret Service, login collection' },
  };
}

function viewsOf(scene: Scene): TenantView[] {
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

const KEY_INSTANTS = [
  'createdAt',
  'announcedAt',
  'publishedAt',
  'currentAt',
  'previousAt',
  'revokedAt',
  'takenDownAt',
  'destroyAt',
  'lastUsedAt',
] as const;

/** Everything that happened, happened so many seconds earlier. */
export function ageWorld({ views, history, consumers }: FakeWorld, seconds: number): void {
  const older = (at: string) => new Date(Date.parse(at) - seconds * 1000).toISOString();
  for (const key of views.flatMap(({ rings }) => rings.flatMap(({ keys }) => keys))) {
    for (const name of KEY_INSTANTS) {
      const at = key[name];
      Object.assign(key, at === null ? {} : { [name]: older(at) });
    }
  }
  for (const note of [...consumers.values()].flat().flatMap(({ notes }) => notes)) {
    Object.assign(note, { at: older(note.at) });
  }
  for (const { publications, proofs, handOuts, confirmations } of history.values()) {
    for (const note of [...publications, ...proofs, ...handOuts, ...confirmations]) {
      note.at = older(note.at);
    }
  }
}

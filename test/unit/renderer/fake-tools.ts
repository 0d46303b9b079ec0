// The fake bridge's answers for what is not about one tenant's keys: inspecting files, the token bench, policies, what
// is due, and the desk's own small things.
import { policyWarnings } from '../../../shared/domain/timing/terms.ts';
import { readyParts, safeParts } from '../../../shared/domain/timing/clocks.ts';
import type { PolicyView } from '../../../shared/acts/plans.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { ForecastEvent, ForecastKind } from '../../../shared/domain/timing/due.ts';
import type { Preferences } from '../../../shared/app-info.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { TokenReading } from '../../../shared/domain/token/token.ts';
import type { FoundFile, FoundPart } from '../../../shared/domain/reading/inspection.ts';
import { DEFAULT_TERMS } from '../../../shared/domain/timing/policy.ts';
import { madeUp, madeUpHex } from './fake-data.ts';
import type { Handlers } from './fake-handlers.ts';
import type { FakeWorld } from './fake-world.ts';

const DAY_MS = 86_400_000;
const HASH_PAIRS = /(..)(?=.)/g;
const colons = (hex: string) => hex.toUpperCase().replaceAll(HASH_PAIRS, '$1:');

export function makeTools(world: FakeWorld, changed: <T>(action: string, result: T) => T): Handlers {
  let preferences: Preferences = { theme: 'auto', language: 'auto', watch: true, remind: true, firstSteps: true };
  let policies = fakePolicies(world);
  return {
    'app.openFolder': () => null,
    'preferences.read': () => preferences,
    'preferences.write': ({ theme, language, watch, remind, firstSteps }) => {
      preferences = {
        theme: theme ?? preferences.theme,
        language: language ?? preferences.language,
        watch: watch ?? preferences.watch,
        remind: remind ?? preferences.remind,
        firstSteps: firstSteps ?? preferences.firstSteps,
      };
      return null;
    },
    'clipboard.copy': () => null,
    'file.inspect': () => ({ fileName: 'partner.p12', found: LOCKED }),
    'file.inspectDropped': () => ({ fileName: 'unknown.cer', found: CERTIFICATE }),
    'file.inspectPasted': () => ({ fileName: 'Clipboard', found: CERTIFICATE }),
    'file.inspectOpened': () => ({ fileName: 'partner.p12', found: OPENED }),
    'fleet.due': ({ days = 30 }) => dueIn(world).filter(({ at }) => Date.parse(at) <= Date.now() + days * DAY_MS),
    'fleet.calendar': () => ({ fileName: 'key-custodian.ics', sha256: madeUpHex('calendar') }),
    'fleet.rings': () =>
      world.views.flatMap(({ tenant, rings }) =>
        rings.map(({ ring, keys }) => ({
          tenant: tenant.name,
          ring: ring.name,
          alg: ring.alg,
          keys: keys.map(({ kid, state, currentAt }) => ({ kid, state, currentAt })),
        })),
      ),
    'policy.list': () => policies,
    'policy.set': ({ name, terms }) => {
      const known = policies.find((view) => view.policy.name === name);
      const view: PolicyView = {
        policy: { id: `policy-${name}`, name, terms },
        tenants: known?.tenants ?? [],
        warnings: policyWarnings(terms, [], null),
      };
      policies = [...policies.filter((one) => one !== known), view];
      return changed('policy.set', view);
    },
    'policy.preview': ({ terms }) => ({
      warnings: policyWarnings(terms, ['production'], null),
      readyAfter: readyParts({ terms, cacheSeen: null, consumers: [] }),
      safeAfter: safeParts(terms),
    }),
    'token.read': ({ tenant, jws }) => readingOf(world, tenant, jws),
    'token.sign': ({ tenant, ring, ttl = 300 }) => {
      const view = world.views.find((one) => one.tenant.name === tenant);
      const key = view?.rings
        .find((one) => ring === undefined || one.ring.name === ring)
        ?.keys.find(({ state }) => state === 'current');
      if (key === undefined) {
        throw new CustodianError('RING_HAS_NO_CURRENT', { ring: ring ?? 'default' });
      }
      return changed('key.signed', {
        jws: `${btoa('{"alg":"RS256","typ":"JWT"}')}.${madeUp('payload', 180)}.${madeUp('signature', 342)}`,
        kid: key.kid,
        alg: key.alg,
        expiresAt: new Date(Date.now() + ttl * 1000).toISOString(),
      });
    },
  };
}

/** `expired` and `stranger` in the text make such a token; anything else is good. Text without dots is no token. */
function readingOf(world: FakeWorld, tenant: string, jws: string): TokenReading {
  if (!jws.includes('.')) {
    throw new CustodianError('INPUT_INVALID', { field: 'token', problem: { code: 'no-token' } });
  }
  const keys = world.views.find((one) => one.tenant.name === tenant)?.rings.flatMap((ring) => ring.keys) ?? [];
  const signer = jws.includes('stranger') ? null : (keys.find(({ state }) => state === 'current') ?? null);
  const now = Math.floor(Date.now() / 1000);
  const exp = jws.includes('expired') ? now - 7200 : now + 1800;
  const problems: TokenReading['problems'] = [
    ...(signer === null ? ['unknown-signer' as const] : []),
    ...(exp < now ? ['expired' as const] : []),
  ];
  return {
    header: { alg: 'RS256', typ: 'JWT', kid: signer?.kid ?? 'somebody-else' },
    claims: {
      iss: 'https://login.acme.example/',
      sub: 'auth0|5f7c8ec7c33c6c004bbafe82',
      aud: ['https://api.acme.example', 'https://acme.eu.auth0.com/userinfo'],
      iat: now - 9000,
      exp,
      scope: 'openid profile read:orders',
      'https://acme.example/roles': { billing: 'reader' },
    },
    signedBy: signer === null ? null : { kid: signer.kid, state: signer.state, alg: signer.alg },
    accepted: problems.length === 0,
    problems,
  };
}

/** A spread of dates around today, the same for the same tenants. */
function dueIn(world: FakeWorld): ForecastEvent[] {
  let nth = 0;
  const events = world.views.flatMap(({ tenant, rings }) =>
    rings.flatMap(({ ring, keys }) =>
      keys.flatMap((key): ForecastEvent[] => {
        const kind = KIND[key.state];
        if (kind === null || (key.state === 'next' && key.publishedAt !== null) || key.state === 'revoked') {
          return [];
        }
        const days = SPREAD[nth++ % SPREAD.length] ?? 0;
        const at = new Date(Date.now() + days * DAY_MS).toISOString();
        const severity = days <= 0 ? 'overdue' : days <= 14 ? 'soon' : 'later';
        return [{ id: `${key.id}.${kind}`, kind, at, severity, tenant: tenant.name, ring: ring.name, kid: key.kid }];
      }),
    ),
  );
  return events.toSorted((a, b) => a.at.localeCompare(b.at));
}

/** Days from today. */
const SPREAD = [-3, 9, 52, 2, 30, 80, -12, 13, 110, 200, 61];

const KIND: Record<SigningKey['state'], ForecastKind | null> = {
  next: 'announce-by',
  current: 'rotation-due',
  previous: 'revocation-due',
  revoked: null,
  replaced: null,
};

function fakePolicies({ views }: FakeWorld): PolicyView[] {
  if (views.length === 0) {
    return [];
  }
  const careful = DEFAULT_TERMS.production;
  const hurried = {
    ...careful,
    rotateEveryDays: 1400,
    announceDays: 1,
    keepDays: 1,
    verifiers: ['dotnet', 'pinned'] as const,
  };
  return [
    {
      policy: { id: 'p1', name: 'Quarterly', terms: { ...careful, verifiers: ['jose', 'aws-api-gateway'] } },
      tenants: ['Northwind Bank', 'acme'],
      warnings: [],
    },
    {
      policy: { id: 'p2', name: 'Devices in the field', terms: hurried },
      tenants: [],
      warnings: policyWarnings(hurried, ['production'], null),
    },
  ];
}

const LOCKED: FoundFile = {
  kind: 'PKCS#12',
  format: { code: 'named', name: 'PKCS#12 DER' },
  bytes: 2670,
  parts: [
    {
      what: 'integrity check',
      facts: [
        { name: 'Method', value: { code: 'scheme', scheme: { code: 'pkcs12-mac', hash: 'SHA-256', rounds: 2048 } } },
      ],
      warnings: [],
    },
    {
      what: 'encrypted content',
      facts: [
        { name: 'Cipher', value: 'RC2-40' },
        {
          name: 'Key derivation',
          value: {
            code: 'scheme',
            scheme: { code: 'derivation', name: 'PKCS#12', hash: 'SHA-1', rounds: 2048 },
          },
        },
      ],
      warnings: [{ code: 'weak-protection' }],
    },
  ],
  warnings: [],
  importable: 'with its passphrase',
};

const CERTIFICATE_PART: FoundPart = {
  what: 'certificate',
  facts: [
    { name: 'Subject', value: 'CN=acme.eu.auth0.com' },
    { name: 'Issuer', value: { code: 'self-signed' } },
    { name: 'Serial', value: '5C0F31A2B7D9E4460A' },
    { name: 'Valid from', value: '2026-08-19T07:15:00.000Z' },
    { name: 'Valid to', value: '2026-10-19T07:15:00.000Z' },
    { name: 'SHA-1', value: colons(madeUpHex('dropped sha1', 40)) },
    { name: 'SHA-256', value: colons(madeUpHex('dropped sha256', 64)) },
    { name: 'Key kind', value: 'RSA 2048' },
    { name: 'Thumbprint (RFC 7638)', value: madeUp('dropped thumbprint', 43) },
  ],
  warnings: [{ code: 'certificate-expired' }],
};

const CERTIFICATE: FoundFile = {
  kind: 'certificate',
  format: { code: 'named', name: 'X.509 PEM' },
  bytes: 1172,
  parts: [CERTIFICATE_PART],
  warnings: [],
  importable: 'no',
};

const OPENED: FoundFile = {
  ...LOCKED,
  parts: [
    ...LOCKED.parts,
    {
      what: 'private key, encrypted',
      facts: [
        { name: 'Name', value: 'partner signing 2024' },
        { name: 'Protection', value: { code: 'by-pkcs12' } },
        { name: 'Key kind', value: 'RSA 2048' },
        { name: 'Public key SHA-256', value: colons(madeUpHex('partner spki', 64)) },
      ],
      warnings: [],
    },
    CERTIFICATE_PART,
  ],
};

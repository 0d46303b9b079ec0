// Records of keys for tests of rules: public facts only, made without any cryptography.
import { UNTOUCHED } from '../../main/acts/custody/make-key.ts';
import type { Consent } from '../../shared/domain/key-ring/may.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../shared/domain/tenant/tenant.ts';
import { ringOf } from './rings.ts';

export const AT = '2026-11-22T08:00:00.000Z';

let counter = 0;

export function aKey(part: Partial<SigningKey> = {}): SigningKey {
  counter += 1;
  const kid = part.kid ?? `kid-${counter}`;
  return {
    id: `id-${counter}`,
    ringId: 'ring',
    tenantId: 'tenant',
    kid,
    alg: 'RS256',
    state: 'next',
    jwk: {
      kty: 'RSA',
      use: 'sig',
      alg: 'RS256',
      kid,
      n: Buffer.from(`modulus ${counter}`).toString('base64url'),
      e: 'AQAB',
      x5c: ['AA=='],
      x5t: 'x5t',
      'x5t#S256': 'x5t256',
    },
    certificate: 'AA==',
    certificateEndsAt: '2040-07-31T08:00:00.000Z',
    spkiSha256: `spki-${counter}`,
    provenance: { kind: 'generated', source: null },
    exportable: true,
    createdAt: AT,
    ...UNTOUCHED,
    ...part,
  };
}

export const aRing = ringOf('RS256');

export const aTenant: Tenant = {
  id: 'tenant',
  name: 'Acme',
  domain: 'acme.eu.auth0.com',
  customDomain: 'id.acme.example',
  environment: 'development',
  endpoint: 'sandbox',
  apiBaseUrl: null,
  jwksUrl: null,
  policyId: null,
  rehearsalTenantId: null,
  cacheSeen: null,
  furtherDomains: [],
  issuer: null,
  archive: null,
  createdAt: AT,
};

/** Another beside it. */
export const otherTenant = (part: Partial<Tenant> = {}): Tenant => ({
  ...aTenant,
  id: 'other',
  name: 'Other',
  domain: 'other.example',
  customDomain: null,
  ...part,
});

/** Of keys that nobody would miss. */
export const NOBODY_MINDS: Consent = { named: undefined, worth: () => null };

/** A ring that starts with two keys. */
export const twoKeys = (): SigningKey[] => [aKey({ state: 'current', currentAt: AT }), aKey()];

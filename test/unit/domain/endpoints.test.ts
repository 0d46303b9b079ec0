// What each kind of endpoint takes, and what an approval for it is bound to.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { approvalHash } from '../../../shared/domain/approval-hash.ts';
import { approvalPlace } from '../../../shared/domain/approval.ts';
import { SIGNING_ALGORITHMS } from '../../../shared/domain/algorithms.ts';
import {
  CREDENTIAL_KINDS,
  DEFAULT_ENDPOINT,
  ENDPOINT_KINDS,
  type EndpointKind,
  ENDPOINTS,
  hasOwnKeys,
  isHere,
  isPlaced,
  isPushable,
} from '../../../shared/domain/endpoints.ts';
import { aTenant } from '../../support/keys.ts';

describe('an endpoint', () => {
  const grants = {
    publishing: [
      'read:custom_signing_keys',
      'create:custom_signing_keys',
      'update:custom_signing_keys',
      'delete:custom_signing_keys',
      'read:custom_domains',
    ],
    ownKeys: ['read:signing_keys', 'create:signing_keys', 'update:signing_keys'],
  };

  it.each([
    ['sandbox', { places: 10, credentials: [], grants: null }],
    ['auth0', { places: 10, credentials: ['client-secret', 'private-key-jwt', 'token'], grants }],
    ['jwks', { places: null, credentials: ['token', 'basic', 'client-certificate'], grants: null }],
  ] as const)('%s takes %j', (kind, traits) => {
    expect(ENDPOINTS[kind]).toMatchObject(traits);
  });

  it('of a tenant at Auth0, or as it does, signs with keys of its own and takes no Ed25519', () => {
    const refused = (kind: EndpointKind) => SIGNING_ALGORITHMS.filter((alg) => !isPushable(alg, kind));
    expect(ENDPOINT_KINDS.map((kind) => [kind, hasOwnKeys(kind), refused(kind)])).toEqual([
      ['sandbox', true, ['Ed25519']],
      ['auth0', true, ['Ed25519']],
      ['jwks', false, []],
    ]);
  });

  it('is the sandbox when nobody says, and only that is on this machine', () => {
    expect([DEFAULT_ENDPOINT, ENDPOINT_KINDS.filter(isHere)]).toEqual(['sandbox', ['sandbox']]);
  });

  it.each([
    ['sandbox', null, true],
    ['auth0', null, true],
    ['jwks', null, false],
    ['jwks', 'https://acme.example/keys', true],
  ] as const)('%s at %s has its place: %s', (endpoint, apiBaseUrl, placed) => {
    expect(isPlaced({ endpoint, apiBaseUrl })).toBe(placed);
  });

  it('is entered by one of these', () => {
    expect(CREDENTIAL_KINDS).toEqual(['client-secret', 'private-key-jwt', 'token', 'basic', 'client-certificate']);
    expect(new Set(ENDPOINT_KINDS.flatMap((kind) => ENDPOINTS[kind].credentials))).toEqual(new Set(CREDENTIAL_KINDS));
  });
});

describe('an approval is bound', () => {
  const place = {
    tenant: { id: 'tenant', name: 'Acme' },
    environment: 'development',
    endpoint: 'sandbox',
    address: { domain: 'acme.eu.auth0.com', customDomain: 'id.acme.example', apiBaseUrl: null, jwksUrl: null },
  };

  it('to the tenant and to all from which its addresses follow', () => {
    expect(approvalPlace(aTenant)).toEqual(place);
    const furtherDomains = ['login.acme.example'];
    expect(approvalPlace({ ...aTenant, furtherDomains })).toEqual({
      ...place,
      address: { ...place.address, furtherDomains },
    });
  });

  it('to its purpose, its place and its facts', () => {
    const facts = { act: 'push' };
    const hash = approvalHash('publication', approvalPlace(aTenant), facts);
    const text = [
      '{"facts":{"act":"push"},"place":{"address":{"apiBaseUrl":null,"customDomain":"id.acme.example",',
      '"domain":"acme.eu.auth0.com","jwksUrl":null},"endpoint":"sandbox","environment":"development",',
      '"tenant":{"id":"tenant","name":"Acme"}},"purpose":"key-custodian/approval/publication"}',
    ].join('');
    expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
    const others = [
      approvalHash('rotation-plan', approvalPlace(aTenant), facts),
      approvalHash('publication', approvalPlace({ ...aTenant, jwksUrl: 'https://acme.example/jwks' }), facts),
      approvalHash('publication', approvalPlace(aTenant), { act: 'clear' }),
    ];
    expect(new Set([hash, ...others]).size).toBe(4);
  });
});

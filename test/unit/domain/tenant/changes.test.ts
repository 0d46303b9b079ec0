// What a change of a tenant brings, and to whom it speaks.
import { describe, expect, it } from 'vitest';
import {
  areDistinct,
  changeConsequences,
  isReadElsewhere,
  speaksToOthers,
  type TenantState,
  wantsYes,
} from '../../../../shared/domain/tenant/changes.ts';
import type { Tenant } from '../../../../shared/domain/tenant/tenant.ts';
import { aKey, aRing, AT, aTenant } from '../../../support/keys.ts';

it.each<[boolean, string | null, string[]]>([
  [true, null, []],
  [true, 'a.example', []],
  [true, 'a.example', ['b.example', 'c.example']],
  [false, null, ['a.example']],
  [false, 'a.example', ['a.example']],
  [false, 'a.example', ['b.example', 'b.example']],
])('%s: custom domains %s and %o stand once each, behind a first one', (expected, customDomain, furtherDomains) => {
  expect(areDistinct({ customDomain, furtherDomains })).toBe(expected);
});

const HERE = 'http://127.0.0.1:8080/jwks';
const THERE = 'https://keys.acme.com/jwks';

it.each<[boolean, Partial<Tenant>]>([
  [false, { endpoint: 'sandbox', apiBaseUrl: THERE, jwksUrl: THERE }],
  [true, { endpoint: 'auth0', apiBaseUrl: null, jwksUrl: null }],
  [true, { endpoint: 'auth0', apiBaseUrl: HERE, jwksUrl: null }],
  [false, { endpoint: 'auth0', apiBaseUrl: HERE, jwksUrl: HERE }],
  [false, { endpoint: 'jwks', apiBaseUrl: null, jwksUrl: null }],
  [true, { endpoint: 'jwks', apiBaseUrl: HERE, jwksUrl: THERE }],
  [true, { endpoint: 'jwks', apiBaseUrl: THERE, jwksUrl: null }],
  [true, { endpoint: 'jwks', apiBaseUrl: 'https://notexample/', jwksUrl: null }],
  [true, { endpoint: 'jwks', apiBaseUrl: 'https://keys.example@acme.com/', jwksUrl: null }],
  [true, { endpoint: 'jwks', apiBaseUrl: 'https://acme.com/https://example/', jwksUrl: null }],
  [true, { endpoint: 'jwks', apiBaseUrl: 'https://acme.com/http://localhost/', jwksUrl: null }],
  ...['https://example', 'http://keys.test', 'https://a.b.example.org/x', 'http://localhost', 'https://[::1]:1/'].map(
    (apiBaseUrl) => [false, { endpoint: 'jwks', apiBaseUrl, jwksUrl: null }] as [boolean, Partial<Tenant>],
  ),
])('%s: it speaks to others with %o', (expected, part) => {
  expect(speaksToOthers({ ...aTenant, ...part })).toBe(expected);
});

describe('a change', () => {
  const state = (part: Partial<TenantState> = {}): TenantState => ({
    rings: [aRing],
    keys: [aKey({ kid: 'K', state: 'current' })],
    rehearsedBy: [],
    compromised: [],
    ...part,
  });
  const brings = (change: Partial<Tenant>, part: Partial<TenantState> = {}) =>
    changeConsequences(aTenant, { ...aTenant, ...change }, state(part));
  const codes = (...given: Parameters<typeof brings>) => brings(...given).map(({ code }) => code);

  it.each<[string, { announcedAt: string | null; publishedAt: string | null }, string[]]>([
    ['nobody', { announcedAt: null, publishedAt: null }, ['certificates-name']],
    ['those whom it was sent to', { announcedAt: AT, publishedAt: null }, ['set-stays-behind', 'seen-anew']],
    ['those who saw it', { announcedAt: null, publishedAt: AT }, ['set-stays-behind', 'seen-anew']],
  ])('of the domain, of a key known to %s', (_, known, expected) => {
    const keys = [aKey({ kid: 'K', state: 'current', ...known })];
    expect(codes({ domain: 'other.eu.auth0.com' }, { keys })).toEqual([...new Set([...expected, 'certificates-name'])]);
  });

  it('leaves no set behind that holds no key that lives', () => {
    const keys = [aKey({ state: 'revoked', announcedAt: AT })];
    expect(codes({ domain: 'other.eu.auth0.com' }, { keys })).toEqual(['seen-anew']);
    const one = aKey({ state: 'current' });
    expect(codes({ domain: 'other.eu.auth0.com' }, { keys: [...keys, one] })).toEqual([
      'seen-anew',
      'certificates-name',
    ]);
  });

  it('leaves a compromised key behind where it is written or read elsewhere, and nowhere else', () => {
    const compromised = ['C'];
    const expected = { code: 'compromised-behind', kids: ['C'] };
    expect(brings({ domain: 'other.eu.auth0.com' }, { compromised })).toContainEqual(expected);
    expect(brings({ customDomain: 'id.other.example' }, { compromised })).toContainEqual(expected);
    expect(brings({ environment: 'staging' }, { compromised })).not.toContainEqual(expected);
  });

  it('says which keys stay behind, and that tokens name another issuer', () => {
    const keys = [
      aKey({ kid: 'K', state: 'current', announcedAt: AT }),
      aKey({ kid: 'R', state: 'revoked', announcedAt: AT }),
    ];
    const issuer = { issuer: 'https://tokens.example/', domain: 'other.eu.auth0.com' };
    expect(brings(issuer, { keys })).toEqual([
      { code: 'set-stays-behind', kids: ['K'] },
      { code: 'seen-anew' },
      { code: 'certificates-name', domain: 'acme.eu.auth0.com' },
      { code: 'other-issuer', from: 'https://id.acme.example/', to: 'https://tokens.example/' },
    ]);
    expect(codes({ customDomain: null }, { keys: [aKey()] })).toEqual([]);
    expect(brings({ customDomain: null }, { keys })).toContainEqual({
      code: 'other-issuer',
      from: 'https://id.acme.example/',
      to: 'https://acme.eu.auth0.com/',
    });
  });

  it('of the endpoint names the rings that it does not take, and no change of anything else does', () => {
    const rings = [aRing, { ...aRing, alg: 'Ed25519', name: 'ed' } as const];
    const expected = [{ code: 'credentials-anew' }, { code: 'rings-unpublished', rings: ['ed'] }];
    expect(brings({ endpoint: 'auth0' }, { rings })).toEqual(expected);
    const there = { ...aTenant, endpoint: 'auth0' } as const;
    expect(changeConsequences(there, { ...there, apiBaseUrl: THERE }, state({ rings }))).toEqual([
      { code: 'credentials-anew' },
    ]);
    expect(changeConsequences(there, { ...there, environment: 'staging', policyId: 'own' }, state({ rings }))).toEqual(
      [],
    );
  });

  it('of the domain moves nothing that is not written there', () => {
    const keys = [aKey({ state: 'revoked', announcedAt: AT })];
    const jwks = { ...aTenant, endpoint: 'jwks', apiBaseUrl: THERE } as const;
    const issuer = 'https://tokens.example/';
    const change = { domain: 'other.example', issuer };
    for (const apiBaseUrl of [THERE, null]) {
      const before = { ...jwks, issuer, apiBaseUrl };
      expect(changeConsequences(before, { ...before, ...change }, state({ keys }))).toEqual([]);
    }
    expect(
      changeConsequences({ ...jwks, issuer }, { ...jwks, issuer, apiBaseUrl: HERE }, state({ keys })).map(
        ({ code }) => code,
      ),
    ).toEqual(['seen-anew', 'credentials-anew']);
  });

  it('asks for credentials where it is written elsewhere, and for a yes to everything else', () => {
    const found = brings({ endpoint: 'auth0' });
    expect(found.map((one) => [one.code, wantsYes(one)])).toEqual([['credentials-anew', false]]);
    expect(brings({ environment: 'production', policyId: 'own' }).map(wantsYes)).toEqual([true]);
  });

  it.each<[Tenant['environment'], Tenant['environment'], string[]]>([
    ['development', 'staging', ['default-terms', 'rehearsals-end']],
    ['staging', 'development', ['default-terms']],
    ['development', 'production', ['production-begins', 'default-terms', 'rehearsals-end']],
    ['production', 'development', ['production-ends', 'default-terms']],
    ['staging', 'staging', []],
  ])('from %s to %s', (from, to, expected) => {
    const found = changeConsequences(
      { ...aTenant, environment: from },
      { ...aTenant, environment: to },
      state({ rehearsedBy: ['Live'] }),
    );
    expect(found.map(({ code }) => code)).toEqual(expected);
    expect(found.flatMap((one) => (one.code === 'rehearsals-end' ? one.tenants : []))).toEqual(
      expected.includes('rehearsals-end') ? ['Live'] : [],
    );
  });

  it('is read elsewhere at another address, another name, or one more', () => {
    const elsewhere = (part: Partial<Tenant>) => isReadElsewhere(aTenant, { ...aTenant, ...part });
    expect([elsewhere({ jwksUrl: THERE }), elsewhere({ customDomain: 'x.example' })]).toEqual([true, true]);
    expect([elsewhere({ furtherDomains: ['y.example'] }), elsewhere({ endpoint: 'auth0' })]).toEqual([true, true]);
    expect([elsewhere({}), elsewhere({ domain: 'x.eu.auth0.com' }), elsewhere({ issuer: THERE })]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

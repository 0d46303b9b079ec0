// Where strangers look for a tenant's keys.
import { expect, it } from 'vitest';
import { furtherPlacesOf, publicAddressesOf } from '../../../../shared/domain/tenant/public-addresses.ts';
import type { Tenant } from '../../../../shared/domain/tenant/tenant.ts';
import { aTenant } from '../../../support/keys.ts';

const addresses = (part: Partial<Tenant>) => publicAddressesOf({ ...aTenant, domain: 'acme.eu.auth0.com', ...part });
const PATH = '/.well-known/jwks.json';
const METADATA = '/.well-known/openid-configuration';

it('is the custom domain, with its metadata and the canonical set beside', () => {
  expect(addresses({ endpoint: 'auth0', customDomain: 'id.acme.example', jwksUrl: null })).toEqual({
    jwksUrl: `https://id.acme.example${PATH}`,
    metadataUrl: `https://id.acme.example${METADATA}`,
    canonicalJwksUrl: `https://acme.eu.auth0.com${PATH}`,
  });
});

it('is an address of its own where one was named, and nothing beside it is known', () => {
  const jwksUrl = `https://keys.acme.example${PATH}`;
  const alone = { jwksUrl, metadataUrl: null, canonicalJwksUrl: null };
  expect(addresses({ endpoint: 'auth0', customDomain: 'id.acme.example', jwksUrl })).toEqual(alone);
});

it('is what a plain key set says; its neighbour is guessed where the address follows the convention', () => {
  const at = (jwksUrl: string) => addresses({ endpoint: 'jwks', customDomain: null, jwksUrl });
  expect(at(`https://keys.acme.example/a${PATH}`)).toMatchObject({
    metadataUrl: `https://keys.acme.example/a${METADATA}`,
    canonicalJwksUrl: null,
  });
  expect(at('https://keys.acme.example/set.json')).toMatchObject({ metadataUrl: null });
});

it.each<[Partial<Tenant>, string]>([
  [{ endpoint: 'jwks', jwksUrl: null }, 'public-url'],
  [{ endpoint: 'auth0', jwksUrl: null, customDomain: null }, 'custom-domain'],
])('is not known for %o', (part, missing) => {
  expect(() => addresses(part)).toThrow(
    expect.objectContaining({ code: 'PUBLISH_NOT_CONFIGURED', facts: { tenant: aTenant.name, missing } }),
  );
});

it('is discovered at the issuer that was stated, with its path and without the slash at its end', () => {
  const issuer = 'https://kc.example/realms/acme';
  const jwks = { endpoint: 'jwks', jwksUrl: 'https://kc.example/realms/acme/certs' } as const;
  for (const stated of [issuer, `${issuer}/`]) {
    expect(addresses({ ...jwks, issuer: stated })).toMatchObject({ metadataUrl: `${issuer}${METADATA}` });
  }
});

it('is at each further domain, with the issuer of that domain unless one is stated', () => {
  const tenant: Tenant = { ...aTenant, furtherDomains: ['login.acme.example'] };
  expect(furtherPlacesOf(tenant)).toEqual([
    {
      jwksUrl: `https://login.acme.example${PATH}`,
      metadataUrl: `https://login.acme.example${METADATA}`,
      canonicalJwksUrl: null,
      issuer: 'https://login.acme.example/',
      issuerIsGuess: true,
    },
  ]);
  expect(furtherPlacesOf({ ...tenant, issuer: 'https://id.example' })).toMatchObject([
    { issuer: 'https://id.example', issuerIsGuess: false },
  ]);
});

// A bundle and a receipt as a courier carries them, whole; tests put other members in.
export const hash = 'ab'.repeat(32);
export const id = '7b8e4d5e-2f5b-4f0c-9a53-0d9c0f1f3a11';
export const at = '2026-11-22T08:00:00.000Z';
export const publicKey = { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA', kid: 'k1', use: 'sig' };

export const carriedTenant = (endpoint: string) => ({
  name: 'Acme',
  domain: 'acme.example',
  customDomain: 'id.acme.example',
  environment: 'staging',
  endpoint,
  apiBaseUrl: 'https://acme.example/keys',
  jwksUrl: 'https://acme.example/jwks',
});

export const bundle = {
  purpose: 'key-custodian/publication-bundle',
  version: 1,
  id,
  madeAt: at,
  expiresAt: at,
  tenant: carriedTenant('auth0'),
  act: 'push',
  set: [publicKey],
  base: [],
  removeForeign: ['theirs'],
  first: false,
};

export const receipt = {
  purpose: 'key-custodian/publication-receipt',
  version: 1,
  bundle: { id, sha256: hash },
  at,
  outcome: 'pushed',
  before: [],
  after: [publicKey],
  public: { jwksSha256: hash, kids: ['k 1/2'], cacheControl: 'max-age=15' },
};

// The bounds of what a courier carries: how long a bundle holds, and how much is in it and in its receipt.
import { describe, expect, it } from 'vitest';
import {
  BUNDLE_DAYS,
  bundleSchema,
  fingerprintSchema,
  receiptSchema,
} from '../../../../shared/domain/offline/courier.ts';
import { check } from '../../../../shared/problems/issue.ts';

const hash = 'ab'.repeat(32);
const id = '7b8e4d5e-2f5b-4f0c-9a53-0d9c0f1f3a11';
const at = '2026-11-22T08:00:00.000Z';
const publicKey = { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA', kid: 'k1', use: 'sig' };
const many = (count: number, one: unknown) => Array.from({ length: count }, () => one);
const endpoint = (kind: string) => ({
  name: 'Acme',
  domain: 'acme.example',
  customDomain: 'id.acme.example',
  environment: 'staging',
  endpoint: kind,
  apiBaseUrl: 'https://acme.example/keys',
  jwksUrl: 'https://acme.example/jwks',
});
const bundle = {
  purpose: 'key-custodian/publication-bundle',
  version: 1,
  id,
  madeAt: at,
  expiresAt: at,
  tenant: endpoint('auth0'),
  act: 'push',
  set: [publicKey],
  base: [],
  removeForeign: [],
  first: true,
};
const receipt = {
  purpose: 'key-custodian/publication-receipt',
  version: 1,
  bundle: { id, sha256: hash },
  at,
  outcome: 'pushed',
  before: [],
  after: [],
  public: { jwksSha256: hash, kids: [], cacheControl: null },
};

const refusalOf = (schema: Parameters<typeof check>[0], value: unknown) => {
  const checked = check(schema, value);
  return checked.ok ? 'taken' : `${checked.refusal.path ?? ''} ${checked.refusal.problem.code}`;
};

describe('a bundle', () => {
  it.each([
    ['no more keys than its endpoint takes', { set: many(10, publicKey) }, 'taken'],
    ['no more keys than its endpoint takes', { set: many(11, publicKey) }, ' more-keys-than-taken'],
    ['as many keys as a set may have elsewhere', { tenant: endpoint('jwks'), set: many(100, publicKey) }, 'taken'],
    [
      'as many keys as a set may have elsewhere',
      { tenant: endpoint('jwks'), set: many(101, publicKey) },
      'set too-many-keys',
    ],
    ['what was there before', { base: many(100, publicKey) }, 'taken'],
    ['what was there before', { base: many(101, publicKey) }, 'base too-many-keys'],
    ['names of keys that may be lost', { removeForeign: many(100, 'k') }, 'taken'],
    ['names of keys that may be lost', { removeForeign: many(101, 'k') }, 'removeForeign too-many'],
    ['members of a name of some length', { base: [{ ['m'.repeat(100)]: 1 }] }, 'taken'],
    ['members of a name of some length', { base: [{ ['m'.repeat(101)]: 1 }] }, `base.0.${'m'.repeat(101)} unfit`],
    ['no member more of a tenant', { tenant: { ...endpoint('auth0'), more: 1 } }, 'tenant unknown-members'],
    ['a kind of endpoint that there is', { tenant: endpoint('ftp') }, 'tenant.endpoint one-of'],
  ])('holds %s', (_, part, said) => {
    expect(refusalOf(bundleSchema, { ...bundle, ...part })).toBe(said);
  });

  it('holds for a week, a day at least, a month at most', () => {
    expect(BUNDLE_DAYS).toEqual({ least: 1, usual: 7, most: 30 });
  });
});

describe('a receipt', () => {
  const seen = receipt.public;

  it.each([
    ['what was found', { before: many(100, publicKey) }, 'taken'],
    ['what was found', { before: many(101, publicKey) }, 'before too-many-keys'],
    ['what was left', { after: many(100, publicKey) }, 'taken'],
    ['what was left', { after: many(101, publicKey) }, 'after too-many-keys'],
    ['what the public saw', { public: { ...seen, kids: many(100, 'k'.repeat(500)) } }, 'taken'],
    ['what the public saw', { public: { ...seen, kids: many(101, 'k') } }, 'public.kids too-many'],
    ['a header of some length', { public: { ...seen, cacheControl: 'c'.repeat(2000) } }, 'taken'],
    ['a hash of what the public saw', { public: { ...seen, jwksSha256: 'ab' } }, 'public.jwksSha256 sha-256'],
    ['no member more', { public: { ...seen, more: 1 } }, 'public unknown-members'],
    ['the hash of its bundle', { bundle: { id, sha256: 'ab' } }, 'bundle.sha256 sha-256'],
    ['nothing more of its bundle', { bundle: { id, sha256: hash, more: 1 } }, 'bundle unknown-members'],
  ])('holds %s', (_, part, said) => {
    expect(refusalOf(receiptSchema, { ...receipt, ...part })).toBe(said);
  });
});

it.each([
  [hash, 'taken'],
  [`${hash}0`, ' device-fingerprint'],
  [`0${hash}`, ' device-fingerprint'],
  [hash.slice(1), ' device-fingerprint'],
  [`g${hash.slice(1)}`, ' device-fingerprint'],
  ['', ' device-fingerprint'],
  [hash.replaceAll(/..(?=.)/g, '$&-'), ' device-fingerprint'],
])('%s as the fingerprint of a device: %s', (text, said) => {
  expect(refusalOf(fingerprintSchema, text)).toBe(said);
});

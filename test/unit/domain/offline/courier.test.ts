// The bounds of what a courier carries: how long a bundle holds, and how much is in it and in its receipt.
import { describe, expect, it } from 'vitest';
import {
  BUNDLE_DAYS,
  bundleSchema,
  fingerprintSchema,
  receiptSchema,
} from '../../../../shared/domain/offline/courier.ts';
import { check } from '../../../../shared/problems/issue.ts';
import { bundle, carriedTenant, hash, id, publicKey, receipt } from '../../../support/courier-documents.ts';

const many = (count: number, one: unknown) => Array.from({ length: count }, () => one);

const refusalOf = (schema: Parameters<typeof check>[0], value: unknown) => {
  const checked = check(schema, value);
  return checked.ok ? 'taken' : `${checked.refusal.path ?? ''} ${checked.refusal.problem.code}`;
};

describe('a bundle', () => {
  it.each([
    ['no more keys than its endpoint takes', { set: many(10, publicKey) }, 'taken'],
    ['no more keys than its endpoint takes', { set: many(11, publicKey) }, ' more-keys-than-taken'],
    ['as many keys as a set may have elsewhere', { tenant: carriedTenant('jwks'), set: many(100, publicKey) }, 'taken'],
    [
      'as many keys as a set may have elsewhere',
      { tenant: carriedTenant('jwks'), set: many(101, publicKey) },
      'set too-many-keys',
    ],
    ['what was there before', { base: many(100, publicKey) }, 'taken'],
    ['what was there before', { base: many(101, publicKey) }, 'base too-many-keys'],
    ['names of keys that may be lost', { removeForeign: many(100, 'k') }, 'taken'],
    ['names of keys that may be lost', { removeForeign: many(101, 'k') }, 'removeForeign too-many'],
    ['members of a name of some length', { base: [{ ['m'.repeat(100)]: 1 }] }, 'taken'],
    ['members of a name of some length', { base: [{ ['m'.repeat(101)]: 1 }] }, `base.0.${'m'.repeat(101)} unfit`],
    ['no member more of a tenant', { tenant: { ...carriedTenant('auth0'), more: 1 } }, 'tenant unknown-members'],
    ['a kind of endpoint that there is', { tenant: carriedTenant('ftp') }, 'tenant.endpoint one-of'],
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

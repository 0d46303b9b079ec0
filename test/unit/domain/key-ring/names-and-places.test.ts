// What a certificate is called, where one of many keys goes, and whose key is whose.
import { describe, expect, it } from 'vitest';
import { placeFor, type RingForBulk } from '../../../../shared/domain/key-ring/bulk-import.ts';
import { certificateName } from '../../../../shared/domain/key-ring/certificate-name.ts';
import { hasMembers, materialOf, nameOf, ownerOf, revokedAs } from '../../../../shared/domain/key-ring/same-key.ts';
import { aKey } from '../../../support/keys.ts';

it.each<[string, string | undefined, string | null | undefined, string]>([
  ['its subject', 'CN=acme', 'DNS:acme.example', 'CN=acme'],
  ['its subject, on one line', 'C=CH\nO=Acme\nCN=acme', null, 'C=CH, O=Acme, CN=acme'],
  ['its other names', '', 'DNS:acme.example', 'DNS:acme.example'],
  ['its other names', undefined, 'DNS:acme.example', 'DNS:acme.example'],
  ['its fingerprint', undefined, undefined, 'SHA-256 AB:CD'],
  ['its fingerprint', '', null, 'SHA-256 AB:CD'],
  ['its fingerprint', '', '', 'SHA-256 AB:CD'],
])('a certificate is called by %s', (_, subject, subjectAltName, expected) => {
  expect(certificateName({ subject, subjectAltName, fingerprint256: 'AB:CD' })).toBe(expected);
});

describe('one of many keys goes', () => {
  const rings: RingForBulk[] = [
    { name: 'ec', alg: 'ES256', isNextFree: true },
    { name: 'full', alg: 'RS256', isNextFree: false },
    { name: 'free', alg: 'RS256', isNextFree: true },
    { name: 'spare', alg: 'PS256', isNextFree: true },
  ];

  it.each<[string, Parameters<typeof placeFor>[0], string[], Parameters<typeof placeFor>[3], object | null]>([
    ['nowhere without a ring of its kind', ['ES384'], [], undefined, null],
    ['nowhere when it fits no algorithm', [], [], 'next', null],
    ['where the next place is free', ['RS256'], [], undefined, { ring: 'free', as: 'next' }],
    ['where it is free after another', ['RS256', 'PS256'], ['free'], undefined, { ring: 'spare', as: 'next' }],
    ['behind the first ring when none is free', ['RS256'], ['free'], undefined, { ring: 'full', as: 'previous' }],
    ['to the first ring as it is told', ['RS256'], [], 'next', { ring: 'full', as: 'next' }],
    ['to the first ring as it is told', ['RS256'], ['free'], 'current', { ring: 'full', as: 'current' }],
    ['to the ring of its own kind', ['ES256'], [], 'previous', { ring: 'ec', as: 'previous' }],
  ])('%s', (_, algs, taken, as, expected) => {
    expect(placeFor(algs, rings, new Set(taken), as)).toEqual(expected);
  });
});

describe('a key in a set is', () => {
  const [ours, revoked] = [aKey({ kid: 'A' }), aKey({ kid: 'R', state: 'revoked' })];
  const keys = [ours, revoked];
  const raw = (key: typeof ours, kid: string) => ({ ...key.jwk, kid });

  it('ours by its kid, or else by its numbers', () => {
    expect(ownerOf({ kid: 'A', raw: {} }, keys)).toBe(ours);
    expect(ownerOf({ kid: 'A', raw: raw(revoked, 'A') }, keys)).toBe(ours);
    expect(ownerOf({ kid: 'X', raw: raw(revoked, 'X') }, keys)).toBe(revoked);
    expect(ownerOf({ kid: null, raw: raw(ours, 'A') }, keys)).toBe(ours);
    expect(ownerOf({ kid: 'X', raw: raw(aKey(), 'X') }, keys)).toBe(null);
  });

  it('one that we revoked by its numbers alone', () => {
    expect(revokedAs({ raw: raw(revoked, 'A') }, keys)).toBe(revoked);
    expect(revokedAs({ raw: raw(ours, 'R') }, keys)).toBe(null);
    expect(revokedAs({ raw: raw(aKey(), 'R') }, keys)).toBe(null);
  });

  it('as sent when every member is there, whatever else is', () => {
    expect(hasMembers({ b: [2, { d: 1, c: 3 }], a: 1, more: true }, { a: 1, b: [2, { c: 3, d: 1 }] })).toBe(true);
    expect([hasMembers({ a: 1 }, { a: 1, b: 1 }), hasMembers({ a: 2 }, { a: 1 }), hasMembers({}, {})]).toEqual([
      false,
      false,
      true,
    ]);
    expect([hasMembers({}, { a: undefined }), hasMembers({ a: [1, 2] }, { a: [2, 1] })]).toEqual([false, false]);
  });

  it('called by its kid, its thumbprint, or what it shows', () => {
    const key = { kid: 'K', thumbprint: 'T', raw: { kty: 'oct', alg: 'HS256' } };
    expect([nameOf(key), nameOf({ ...key, kid: null }), materialOf(key)]).toEqual(['K', 'T', 'T']);
    const shown = materialOf({ ...key, thumbprint: null });
    expect(shown).toMatch(/^[\w-]{43}$/);
    expect(nameOf({ ...key, kid: null, thumbprint: null })).toBe(shown);
    expect(materialOf({ thumbprint: null, raw: { alg: 'HS256', kty: 'oct' } })).toBe(shown);
    expect(materialOf({ thumbprint: null, raw: { kty: 'oct', alg: 'HS512' } })).not.toBe(shown);
  });
});

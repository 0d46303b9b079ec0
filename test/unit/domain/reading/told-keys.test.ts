// Which rings a key fits by what is told of it, before and without any cryptography; and which facts people compare.
import { describe, expect, it } from 'vitest';
import { SIGNING_ALGORITHMS } from '../../../../shared/domain/algorithms.ts';
import {
  COMPARED_FACTS,
  CUSTODY_FACT,
  type FoundFact,
  type FoundPart,
  isPlainValue,
  isPlainWarning,
  THUMBPRINT_FACT,
} from '../../../../shared/domain/reading/inspection.ts';
import { fitsFile } from '../../../../shared/domain/reading/key-fit.ts';

const kind = (name: string): FoundFact => ({
  name: 'Key kind',
  value: { code: 'key-kind', kind: { code: 'named', name } },
});
const part = (facts: FoundFact[], what: FoundPart['what'] = 'private key'): FoundPart => ({
  what,
  facts,
  warnings: [],
});
const fitting = (...parts: FoundPart[]): string =>
  SIGNING_ALGORITHMS.filter((alg) => fitsFile(alg, { parts })).join(' ');
const ALL = SIGNING_ALGORITHMS.join(' ');
const RSA = 'RS256 RS384 RS512 PS256 PS384 PS512';

describe('a key fits', () => {
  it.each<[string, FoundFact[], string]>([
    ['RSA', [kind('RSA 2048')], RSA],
    ['RSA without its length', [kind('RSA')], RSA],
    ['P-256', [kind('EC P-256')], 'ES256'],
    ['P-384', [kind('EC P-384')], 'ES384'],
    ['P-521', [kind('EC P-521')], 'ES512'],
    ['Ed25519', [kind('Ed25519')], 'Ed25519'],
    ['another curve', [kind('EC P-2560')], ''],
    ['another kind of such a beginning', [kind('RSAX 2048')], ''],
    [
      'a kind that is named otherwise',
      [{ name: 'Key kind', value: { code: 'key-kind', kind: { code: 'one-scheme' } } }],
      '',
    ],
    ['a kind that is unknown', [{ name: 'Key kind', value: { code: 'unknown' } }], ''],
    ['a kind in plain words', [{ name: 'Key kind', value: 'RSA 2048' }], RSA],
    ['RSA marked PS384', [kind('RSA 2048'), { name: 'alg', value: 'PS384' }], 'PS384'],
    ['Ed25519 by its former name', [kind('Ed25519'), { name: 'alg', value: 'EdDSA' }], 'Ed25519'],
    ['RSA marked with nothing that signs', [kind('RSA 2048'), { name: 'alg', value: 'RSA-OAEP' }], ''],
    ['RSA bound to one hash', [kind('RSA 2048'), { name: 'Only for', value: 'PS256' }], 'PS256'],
    ['RSA bound to several', [kind('RSA 2048'), { name: 'Only for', value: 'PS256, PS512' }], 'PS256 PS512'],
    ['a mark under another name', [kind('RSA 2048'), { name: 'use', value: 'PS256' }], RSA],
  ])('%s', (_, facts, expected) => {
    expect(fitting(part(facts))).toBe(expected);
  });

  it('by any of several, and by private keys alone', () => {
    expect(fitting(part([kind('EC P-256')]), part([kind('EC P-384')]))).toBe('ES256 ES384');
    expect(fitting(part([kind('EC P-256')], 'public key'), part([kind('EC P-384')]))).toBe('ES384');
  });

  it('wherever, as long as nothing is known of it', () => {
    expect([fitting(), fitting(part([])), fitting(part([kind('EC P-256')], 'certificate'))]).toEqual([ALL, ALL, ALL]);
    expect(fitting(part([]), part([kind('EC P-256')]))).toBe('ES256');
  });
});

it('people compare digests, numbers and names of keys, and nothing that many keys have in common', () => {
  expect([...COMPARED_FACTS].toSorted()).toEqual([
    'Fingerprint',
    'Public key SHA-256',
    'SHA-1',
    'SHA-256',
    'Serial',
    'Thumbprint (RFC 7638)',
    'kid',
  ]);
  expect([THUMBPRINT_FACT, CUSTODY_FACT]).toEqual(['Thumbprint (RFC 7638)', 'In custody']);
});

it('what takes no values is told from what does', () => {
  expect([isPlainWarning({ code: 'zeros' }), isPlainWarning({ code: 'kid-repeated', kid: 'a' })]).toEqual([
    true,
    false,
  ]);
  expect([isPlainValue({ code: 'yes' }), isPlainValue({ code: 'algorithm', oid: '1.2' })]).toEqual([true, false]);
});

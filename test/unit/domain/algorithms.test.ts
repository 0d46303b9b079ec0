// What each algorithm is, by RFC 7518 §3.1, RFC 8037 and RFC 9864, and which keys may sign with it.
import { describe, expect, it } from 'vitest';
import {
  ALGORITHMS,
  algorithmNamed,
  algorithmsFor,
  DEFAULT_ALGORITHM,
  hasBits,
  isNamed,
  namesOf,
  RSA_BITS,
  SIGNING_ALGORITHMS,
  WRITTEN_NAMES,
  writtenIn,
  writtenNames,
} from '../../../shared/domain/algorithms.ts';

it.each([
  ['RS256', 'RSA', 'RSA', 'SHA-256', 'pkcs1'],
  ['RS384', 'RSA', 'RSA', 'SHA-384', 'pkcs1'],
  ['RS512', 'RSA', 'RSA', 'SHA-512', 'pkcs1'],
  ['PS256', 'RSA', 'RSA', 'SHA-256', 'pss'],
  ['PS384', 'RSA', 'RSA', 'SHA-384', 'pss'],
  ['PS512', 'RSA', 'RSA', 'SHA-512', 'pss'],
  ['ES256', 'EC', 'P-256', 'SHA-256', null],
  ['ES384', 'EC', 'P-384', 'SHA-384', null],
  ['ES512', 'EC', 'P-521', 'SHA-512', null],
] as const)('%s is %s of %s with %s and %s', (alg, kty, kind, hash, padding) => {
  expect(ALGORITHMS[alg]).toEqual({ kty, kind, hash, padding, names: [alg] });
  expect([namesOf(alg), writtenNames(alg), hasBits(alg)]).toEqual([[alg], [alg], kty === 'RSA']);
});

describe('Ed25519', () => {
  it('brings its own hash, and has a former name', () => {
    expect(ALGORITHMS.Ed25519).toEqual({
      kty: 'OKP',
      kind: 'Ed25519',
      hash: null,
      padding: null,
      names: ['Ed25519', 'EdDSA'],
    });
    expect(hasBits('Ed25519')).toBe(false);
  });

  it('is written by its former name unless something else is chosen', () => {
    expect(writtenNames('Ed25519')).toEqual(['EdDSA', 'Ed25519']);
    expect(writtenIn({ alg: 'Ed25519', writtenAs: 'EdDSA' })).toBe('EdDSA');
    expect(writtenIn({ alg: 'Ed25519', writtenAs: null })).toBe('Ed25519');
  });

  it('is meant by both names, and nothing else is', () => {
    expect(['Ed25519', 'EdDSA', 'ed25519', 'ES256'].map((name) => isNamed('Ed25519', name))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isNamed('RS256', 'EdDSA')).toBe(false);
    expect([algorithmNamed('EdDSA'), algorithmNamed('Ed25519'), algorithmNamed('ES512')]).toEqual([
      'Ed25519',
      'Ed25519',
      'ES512',
    ]);
  });
});

it('stand in the order of lists, RS256 being the usual one', () => {
  const rsa = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
  expect(SIGNING_ALGORITHMS).toEqual([...rsa, 'ES256', 'ES384', 'ES512', 'Ed25519']);
  expect(WRITTEN_NAMES).toEqual([...SIGNING_ALGORITHMS, 'EdDSA']);
  expect([DEFAULT_ALGORITHM, RSA_BITS]).toEqual(['RS256', [2048, 3072, 4096]]);
});

describe('a key may sign with', () => {
  const rsa = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];

  it.each([
    [{ kty: 'RSA' }, rsa],
    [{ kty: 'RSA', crv: 'P-256' }, rsa],
    [{ kty: 'EC', crv: 'P-256' }, ['ES256']],
    [{ kty: 'EC', crv: 'P-384' }, ['ES384']],
    [{ kty: 'EC', crv: 'P-521' }, ['ES512']],
    [{ kty: 'EC', crv: 'secp256k1' }, []],
    [{ kty: 'EC' }, []],
    [{ kty: 'OKP', crv: 'Ed25519' }, ['Ed25519']],
    [{ kty: 'OKP', crv: 'Ed448' }, []],
    [{ kty: 'OKP', crv: 'P-256' }, []],
    [{ kty: 'oct' }, []],
    [{}, []],
  ])('%j: %j', (members, algorithms) => {
    expect(algorithmsFor(members)).toEqual(algorithms);
  });
});

// Public keys that open to everybody, made from numbers; and sound ones, which have no flaw.
import { generateKeyPairSync } from 'node:crypto';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, test } from 'vitest';
import { publicKeyFlaws } from '../../../../shared/domain/key-ring/strength.ts';
import { CLOSE_PRIMES, ROCA_PRIMES } from '../../reading/fixtures.ts';

const base64url = (value: bigint): string => {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
};
const numberOf = (text = ''): bigint => BigInt(`0x${Buffer.from(text, 'base64url').toString('hex')}`);
const little = (value: bigint): string =>
  Buffer.from(Buffer.from(value.toString(16).padStart(64, '0'), 'hex').toReversed()).toString('base64url');

const rsaJwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
const rsa = (n: bigint, e = 65537n): object => ({ kty: 'RSA', n: base64url(n), e: base64url(e) });
const [n, p, q] = [numberOf(rsaJwk.n), numberOf(rsaJwk.p), numberOf(rsaJwk.q)];
const prime2048 = (1n << 2048n) - 1942289n; // the greatest prime below 2^2048

describe('RSA', () => {
  test('finds nothing in sound keys', () => {
    expect(publicKeyFlaws({ ...rsa(n) })).toEqual([]);
    expect(publicKeyFlaws({ ...rsa(n, 3n) })).toEqual([]);
  });

  test('refuses exponents that anybody undoes', () => {
    for (const e of [0n, 1n, 2n, 65536n, n, n + 2n]) {
      expect(publicKeyFlaws({ ...rsa(n, e) })).toContain('rsa-exponent');
    }
  });

  test.each([
    ['even', n * 2n],
    ['3·q', 3n * ((1n << 2047n) - 1n)],
    ['a factor of 16 bits', 65521n * (p << 1010n) + 65521n],
    ['a square', (p * q) ** 2n],
    ['two neighbouring primes', CLOSE_PRIMES[0] * CLOSE_PRIMES[1]],
  ])('sees a modulus that is %s', (_, modulus) => {
    expect(publicKeyFlaws({ ...rsa(modulus) })).toContain('rsa-factored');
  });

  test('sees a modulus that is a prime itself', () => {
    expect(publicKeyFlaws({ ...rsa(prime2048) })).toEqual(['rsa-factored']);
  });

  test('tells small, huge and flawed generators', () => {
    expect(publicKeyFlaws({ ...rsa(p) })).toContain('rsa-too-small');
    expect(publicKeyFlaws({ ...rsa(1n << 20_000n) })).toEqual(['rsa-too-large']);
    expect(publicKeyFlaws({ ...rsa(ROCA_PRIMES[0] * ROCA_PRIMES[1]) })).toEqual(['rsa-roca']);
  });

  test('judges a key that is spelt otherwise, and says so', () => {
    const zero = Buffer.concat([Buffer.of(0), Buffer.from(rsaJwk.n ?? '', 'base64url')]).toString('base64url');
    expect(publicKeyFlaws({ kty: 'RSA', n: zero, e: 'AQAB' })).toEqual(['misspelt']);
    expect(publicKeyFlaws({ kty: 'RSA', n: rsaJwk.n, e: 'Aw==' })).toEqual(['misspelt']);
    expect(publicKeyFlaws({ kty: 'RSA', n: rsaJwk.n, e: 'AQ==' })).toEqual(['misspelt', 'rsa-exponent']);
    expect(publicKeyFlaws({ kty: 'RSA', n: rsaJwk.n })).toEqual(['malformed']);
    expect(publicKeyFlaws({ kty: 'RSA', e: 'AQAB' })).toEqual(['malformed']);
    for (const e of ['§', '§AQAB', 'AQAB§', 'AQAB===', '', '=', 'A', 65537]) {
      expect(publicKeyFlaws({ kty: 'RSA', n: rsaJwk.n, e })).toEqual(['malformed']);
    }
  });
});

describe('EC', () => {
  const curves = { 'P-256': p256, 'P-384': p384, 'P-521': p521 };

  test.each(Object.entries(curves))('%s: points of the curve and others', (crv, curve) => {
    const { x, y } = curve.Point.BASE.multiply(7n).toAffine();
    const octets = curve.lengths.publicKey === undefined ? 0 : curve.lengths.publicKey - 1;
    const field = (value: bigint): string =>
      Buffer.from(value.toString(16).padStart(octets * 2, '0'), 'hex').toString('base64url');
    const { p: prime } = curve.Point.CURVE();
    const jwk = { kty: 'EC', crv, x: field(x), y: field(y) };
    expect(publicKeyFlaws(jwk)).toEqual([]);
    expect(publicKeyFlaws({ ...jwk, y: field(prime - y) })).toEqual([]);
    expect(publicKeyFlaws({ ...jwk, y: field(y ^ 1n) })).toEqual(['not-on-curve']);
    expect(publicKeyFlaws({ ...jwk, x: field(0n), y: field(0n) })).toEqual(['not-on-curve']);
    expect(publicKeyFlaws({ ...jwk, y: base64url(y + prime) })).toContain('not-on-curve');
    expect(publicKeyFlaws({ ...jwk, x: base64url(x + prime) })).toContain('not-on-curve');
    expect(publicKeyFlaws({ ...jwk, x: `AAAA${field(x)}` })).toEqual(['misspelt']);
    expect(publicKeyFlaws({ ...jwk, y: undefined })).toEqual(['malformed']);
  });

  test.each(['P-192', 'toString', undefined])('does not judge the curve %s', (crv) => {
    expect(publicKeyFlaws({ kty: 'EC', crv, x: 'AA', y: 'AA' })).toEqual(['kind-unknown']);
  });
});

describe('OKP', () => {
  const order8 = 325606250916557431795983626356110631294008115727848805560023387167927233504n;
  const p25519 = 2n ** 255n - 19n;

  test('finds nothing in sound keys', () => {
    for (const { publicKey } of [generateKeyPairSync('ed25519'), generateKeyPairSync('x25519')]) {
      expect(publicKeyFlaws(publicKey.export({ format: 'jwk' }))).toEqual([]);
    }
  });

  test('X25519: points whose product is always zero', () => {
    for (const u of [0n, 1n, order8, p25519 - 1n, p25519, p25519 + 1n, 2n ** 255n, 2n ** 255n + 1n]) {
      expect(publicKeyFlaws({ kty: 'OKP', crv: 'X25519', x: little(u) })).toEqual(['small-order']);
    }
  });

  test.each(ed25519TorsionSubgroup())('Ed25519: %s has few multiples', (x) => {
    expect(publicKeyFlaws({ kty: 'OKP', crv: 'Ed25519', x })).toEqual(['small-order']);
  });

  test('judges a key that is spelt otherwise, and no other curve', () => {
    const { x } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
    expect(publicKeyFlaws({ kty: 'OKP', crv: 'Ed25519', x: `${x}=` })).toEqual(['misspelt']);
    expect(publicKeyFlaws({ kty: 'OKP', crv: 'X25519', x: `${little(1n)}=` })).toEqual(['misspelt', 'small-order']);
    expect(publicKeyFlaws({ kty: 'OKP', crv: 'Ed448', x })).toEqual(['kind-unknown']);
    expect(publicKeyFlaws({ kty: 'OKP', crv: 'Ed25519' })).toEqual(['malformed']);
  });

  test('Ed25519: no point at all, or none of 32 octets', () => {
    expect(publicKeyFlaws({ kty: 'OKP', crv: 'Ed25519', x: little(2n) })).toEqual(['not-on-curve']);
    expect(publicKeyFlaws({ kty: 'OKP', crv: 'Ed25519', x: little(p25519 + 1n) })).toEqual(['not-on-curve']);
    expect(publicKeyFlaws({ kty: 'OKP', crv: 'Ed25519', x: 'AAAA' })).toEqual(['malformed']);
  });
});

test('other kinds are not judged', () => {
  expect(publicKeyFlaws({ kty: 'oct', k: 'AA' })).toEqual(['kind-unknown']);
  expect(publicKeyFlaws({})).toEqual(['kind-unknown']);
});

/** The points whose eightfold is the neutral one. */
function ed25519TorsionSubgroup(): string[] {
  const eighth = ed25519.Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a');
  return Array.from({ length: 7 }, (_, index) => eighth.multiply(BigInt(index + 1)))
    .concat([ed25519.Point.ZERO])
    .map((point) => Buffer.from(point.toBytes()).toString('base64url'));
}

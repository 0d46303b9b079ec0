import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { KeyFileProblem } from '../../../shared/problems/key-file.ts';
import { rsaBits, type RsaNumbers, rsaWeakness as weakness } from '../../../main/reading/rsa-strength.ts';
import { rsaFrom } from '../../support/hostile-keys.ts';
import { CLOSE_PRIMES, ROCA_PRIMES, rsaKey, rsaNumbers } from './fixtures.ts';

const rsaWeakness = (key: RsaNumbers): Promise<KeyFileProblem | null> =>
  weakness(key, { allowSmallExponent: false, testPrimes: true });

describe('strength of an RSA key', () => {
  const sound = rsaNumbers(rsaKey);

  test('finds nothing wrong with a sound key', async () => {
    expect(await rsaWeakness(sound)).toBeNull();
    expect(rsaBits(sound.n)).toBe(2048);
  });

  test('accepts a private exponent made with λ(n) as well as one made with φ(n)', async () => {
    const { p, q, e } = sound;
    expect(await rsaWeakness(rsaFrom(p, q, e))).toBeNull();
  });

  test('refuses a modulus below 2048 bits', async () => {
    const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    expect(await rsaWeakness(rsaNumbers(small))).toEqual({ code: 'modulus-short', bits: 1024, least: 2048 });
  });

  test.each([3n, 1n, 65536n, 65538n])('refuses the public exponent %i', async (e) => {
    expect(await rsaWeakness({ ...sound, e })).toMatchObject({ exponent: String(e) });
  });

  test('takes small odd exponents with an explicit yes, and no others', async () => {
    const small = rsaNumbers(generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).privateKey);
    expect(await rsaWeakness(small)).toEqual({ code: 'exponent-small', exponent: '3', usual: 65_537 });
    expect(await weakness(small, { allowSmallExponent: true, testPrimes: true })).toBeNull();
    for (const e of [1n, 2n, 65536n]) {
      expect(await weakness({ ...sound, e }, { allowSmallExponent: true, testPrimes: true })).toMatchObject({
        code: 'exponent-unfit',
      });
    }
  });

  test.each(['n', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const)('refuses a key with a changed %s', async (name) => {
    expect(await rsaWeakness({ ...sound, [name]: sound[name] + 2n })).toEqual({ code: 'numbers-apart' });
  });

  test.each(['p', 'q', 'qi', 'd'] as const)('refuses a key whose %s is zero or enormous', async (name) => {
    for (const value of [0n, 1n, 1n << 100_000n]) {
      expect(await rsaWeakness({ ...sound, [name]: value })).toEqual({ code: 'numbers-apart' });
    }
  });

  test('refuses primes that lie too close together (FIPS 186-5)', async () => {
    expect(await rsaWeakness(rsaFrom(...CLOSE_PRIMES))).toEqual({ code: 'primes-close' });
  });

  test('recognises the ROCA fingerprint', async () => {
    expect(await rsaWeakness(rsaFrom(...ROCA_PRIMES))).toEqual({ code: 'flawed', flaw: 'rsa-roca' });
  });
});

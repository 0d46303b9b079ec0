// The limit on key derivation: what it lets pass ends in time, and what it refuses is refused before any work is done.
import { describe, expect, test } from 'vitest';
import { encodeDer, encodeOid, encodeUnsigned } from '../../../../main/encoding/der.ts';
import { type DerElement, derElements, TAG } from '../../../../shared/encoding/der.ts';
import { schemeOf } from '../../../../main/reading/protection/scheme-of.ts';
import { unlock } from '../../../../main/reading/protection/unlock.ts';
import { createWorkBudget, MAX_WORK } from '../../../../main/reading/protection/work-budget.ts';
import { effortOf } from '../../../support/effort.ts';
import { bytes } from '../fixtures.ts';

const number = (value: number): Buffer => encodeUnsigned(Buffer.from(value.toString(16).padStart(16, '0'), 'hex'));
const sequence = (...parts: Uint8Array[]): Buffer => encodeDer(TAG.sequence, ...parts);
const salt = encodeDer(TAG.octetString, Buffer.alloc(8, 1));
const aes = sequence(encodeOid('2.16.840.1.101.3.4.1.42'), encodeDer(TAG.octetString, Buffer.alloc(16)));
const element = (der: Buffer): DerElement | undefined => derElements(der)?.[0];

const pbes2 = (kdf: Buffer): DerElement | undefined =>
  element(sequence(encodeOid('1.2.840.113549.1.5.13'), sequence(kdf, aes)));
const pbkdf2 = (rounds: number, prf: string): DerElement | undefined =>
  pbes2(sequence(encodeOid('1.2.840.113549.1.5.12'), sequence(salt, number(rounds), sequence(encodeOid(prf)))));
const scrypt = (N: number, r: number, p: number): DerElement | undefined =>
  pbes2(sequence(encodeOid('1.3.6.1.4.1.11591.4.11'), sequence(salt, number(N), number(r), number(p))));
const pkcs12 = (rounds: number): DerElement | undefined =>
  element(sequence(encodeOid('1.2.840.113549.1.12.1.6'), sequence(salt, number(rounds))));

const SHA1 = '1.2.840.113549.2.7';
const SHA256 = '1.2.840.113549.2.9';
const SHA512 = '1.2.840.113549.2.11';

async function attempt(algorithm: DerElement | undefined): Promise<{ code: unknown; rounds: number }> {
  const unlocking = { passphrase: bytes('secret'), isGiven: true, budget: createWorkBudget() };
  const { given: error, rounds } = await effortOf(() =>
    unlock(algorithm, Buffer.alloc(32), unlocking, { code: 'text' }).catch((thrown: unknown) => thrown),
  );
  return { code: error instanceof Error && 'code' in error ? error.code : null, rounds };
}

describe('the most that one file may ask for', () => {
  test.each([
    ['PBKDF2 with SHA-1', pbkdf2(4_000_000, SHA1)],
    ['PBKDF2 with SHA-256', pbkdf2(8_000_000, SHA256)],
    ['PBKDF2 with SHA-512', pbkdf2(2_666_666, SHA512)],
    ['scrypt', scrypt(2 ** 18, 8, 1)],
    ['the derivation of PKCS#12', pkcs12(666_666)],
  ])('%s: no more work than the limit stands for, and then a plain answer', async (_name, algorithm) => {
    const { code, rounds } = await attempt(algorithm);
    expect(code).toBe('KEY_PASSPHRASE_WRONG');
    // A unit is a round, and only about: the derivation of PKCS#12 is dearer than its share.
    expect(rounds).toBeLessThan(3 * MAX_WORK);
  });

  test.each([
    ['PBKDF2', pbkdf2(8_000_001, SHA256)],
    ['PBKDF2 with two blocks', pbkdf2(4_000_001, SHA1)],
    ['PBKDF2 for years', pbkdf2(Number.MAX_SAFE_INTEGER, SHA256)],
    ['scrypt with much memory', scrypt(2 ** 19, 8, 1)],
    ['scrypt with many lanes', scrypt(2, 1, 2 ** 30)],
    ['scrypt with large blocks', scrypt(2, 2 ** 30, 1)],
    ['the derivation of PKCS#12', pkcs12(666_667)],
  ])('%s beyond it: refused before any work', async (_name, algorithm) => {
    const { code, rounds } = await attempt(algorithm);
    expect(code).toBe('KEY_CIPHER_UNSUPPORTED');
    expect(rounds).toBeLessThan(MAX_WORK / 5);
  });

  test('is shared by all parts of a file', () => {
    const budget = createWorkBudget(10);
    const derivation = { code: 'one-round', hash: 'MD5' } as const;
    budget.take(6, derivation);
    expect(() => budget.take(5, derivation)).toThrow('KEY_CIPHER_UNSUPPORTED');
    budget.take(4, derivation);
    expect(() => budget.take(Number.NaN, derivation)).toThrow('KEY_CIPHER_UNSUPPORTED');
  });
});

describe('parameters that make no sense', () => {
  test.each([
    ['no rounds', pbkdf2(0, SHA256)],
    ['scrypt with N no power of two', scrypt(1000, 8, 1)],
    ['scrypt with N = 1', scrypt(1, 8, 1)],
    ['scrypt without lanes', scrypt(1024, 8, 0)],
    ['nothing at all', undefined],
  ])('%s: damaged', (_name, algorithm) => {
    expect(() => schemeOf(algorithm)).toThrow('KEY_UNREADABLE');
  });

  test('an unknown scheme is named', () => {
    const unknown = element(sequence(encodeOid('1.2.3.4'), sequence()));
    expect(() => schemeOf(unknown)).toThrow(
      expect.objectContaining({ facts: { cipher: { code: 'scheme', oid: '1.2.3.4' } } }),
    );
  });
});

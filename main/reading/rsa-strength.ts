// Judges the numbers of an RSA key before anything trusts them: size, exponent, inner consistency, and the two flaws
// of real generators that can be seen from outside. The libraries do not agree on these checks, so they are made here.
// BigInts cannot be overwritten; they live as short as the import does. Keys of the flawed Debian generator of 2008 cannot
// be told from sound ones without the list of all of them, which is not carried.

import { checkPrime } from 'node:crypto';
import { promisify } from 'node:util';
import { hasRocaFingerprint } from '../../shared/domain/key-ring/strength.ts';

/** The numbers of RFC 8017 §3.2 with two primes. */
export interface RsaNumbers {
  n: bigint;
  e: bigint;
  d: bigint;
  p: bigint;
  q: bigint;
  dp: bigint;
  dq: bigint;
  qi: bigint;
}

export const rsaBits = (n: bigint): number => n.toString(2).length;

const checkPrimeAsync = promisify(checkPrime);

export interface Judging {
  /** Accepts odd exponents from 3 to 65535. */
  allowSmallExponent: boolean;
  /** Up to four seconds for RSA 8192; inspection leaves it out where a file has very many keys. */
  testPrimes: boolean;
}

/** Why the key must not be used, completing “too weak to protect tokens: …”; `null` when nothing is wrong. */
export async function rsaWeakness(
  key: RsaNumbers,
  { allowSmallExponent, testPrimes }: Judging,
): Promise<string | null> {
  const flaw = publicWeakness(key, allowSmallExponent) ?? privateWeakness(key);
  if (flaw !== null || !testPrimes) {
    return flaw;
  }
  for (const prime of [key.p, key.q]) {
    if ((await checkPrimeAsync(prime)) !== true) {
      return 'its primes are not primes';
    }
  }
  return null;
}

function publicWeakness({ n, e }: RsaNumbers, allowSmallExponent: boolean): string | null {
  const bits = rsaBits(n);
  if (bits < 2048) {
    return `its RSA modulus has ${bits} bits, at least 2048 are needed`;
  }
  if (e < 3n || e % 2n === 0n) {
    return `its public exponent is ${e}, it must be odd and at least 65537`;
  }
  return e < 65537n && !allowSmallExponent
    ? `its public exponent is ${e}, and exponents below 65537 need an explicit yes`
    : null;
}

function privateWeakness(key: RsaNumbers): string | null {
  const { n, p, q } = key;
  if (!isConsistent(key)) {
    return 'its numbers do not belong together';
  }
  const bits = rsaBits(n);
  // FIPS 186-5 §A.1.1: each prime has half of the bits, give or take one that careful generators differ by …
  if ([p, q].some((prime) => Math.abs(2 * rsaBits(prime) - bits) > 2)) {
    return 'its two primes are not of one size';
  }
  // … and |p − q| > 2^(nlen/2 − 100), or Fermat's method finds the factors.
  if (rsaBits(distance(p, q)) <= bits / 2 - 100) {
    return 'its two primes lie too close together';
  }
  return hasRocaFingerprint(n) ? 'it comes from a generator with a known flaw (ROCA, CVE-2017-15361)' : null;
}

/** RFC 8017 §3.2, every number in its range: what lies beyond it OpenSSL takes and BoringSSL does not. */
function isConsistent({ n, e, d, p, q, dp, dq, qi }: RsaNumbers): boolean {
  if (p < 3n || q < 3n || n !== p * q || d >= n || qi >= p) {
    return false;
  }
  return (
    (e * d) % (p - 1n) === 1n &&
    (e * d) % (q - 1n) === 1n &&
    dp === d % (p - 1n) &&
    dq === d % (q - 1n) &&
    (qi * q) % p === 1n
  );
}

const distance = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a);

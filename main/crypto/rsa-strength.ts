// Judges the numbers of an RSA key before anything trusts them: size, exponent, inner consistency, and the two flaws
// of real generators that can be seen from outside. The libraries do not agree on these checks, so they are made here.
// BigInts cannot be overwritten; they live as short as the import does. Keys of the flawed Debian generator of 2008 cannot
// be told from sound ones without the list of all of them, which is not carried.

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

/** Why the key must not be used, completing “too weak to protect tokens: …”; `null` when nothing is wrong. */
export function rsaWeakness(key: RsaNumbers, { allowSmallExponent }: { allowSmallExponent: boolean }): string | null {
  const bits = rsaBits(key.n);
  if (bits < 2048) {
    return `its RSA modulus has ${bits} bits, at least 2048 are needed`;
  }
  if (key.e < 3n || key.e % 2n === 0n) {
    return `its public exponent is ${key.e}, it must be odd and at least 65537`;
  }
  if (key.e < 65537n && !allowSmallExponent) {
    return `its public exponent is ${key.e}, and exponents below 65537 need an explicit yes`;
  }
  if (!isConsistent(key, bits)) {
    return 'its numbers do not belong together';
  }
  // FIPS 186-5 §A.1.1: |p − q| > 2^(nlen/2 − 100), or Fermat's method finds the factors.
  if (rsaBits(distance(key.p, key.q)) <= bits / 2 - 100) {
    return 'its two primes lie too close together';
  }
  return hasRocaFingerprint(key.n) ? 'it comes from a generator with a known flaw (ROCA, CVE-2017-15361)' : null;
}

function isConsistent({ n, e, d, p, q, dp, dq, qi }: RsaNumbers, bits: number): boolean {
  if ([d, p, q, dp, dq, qi].some((value) => rsaBits(value) > bits) || p < 3n || q < 3n) {
    return false;
  }
  return (
    n === p * q &&
    (e * d) % (p - 1n) === 1n &&
    (e * d) % (q - 1n) === 1n &&
    dp === d % (p - 1n) &&
    dq === d % (q - 1n) &&
    (qi * q) % p === 1n
  );
}

const distance = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a);

/** Primes for which the powers of 65537 are a small part of all residues, with that part. */
const ROCA_RESIDUES = [11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157].map((prime) => {
  const powers = new Set<number>();
  for (let power = 1; !powers.has(power); power = (power * 65537) % prime) {
    powers.add(power);
  }
  return { prime: BigInt(prime), powers };
});

/**
 * Nemec et al., “The Return of Coppersmith's Attack” (CCS 2017) §2: moduli of the flawed generator are powers of 65537
 * modulo all small primes. A sound key looks so with a chance of about one in 2^27.
 */
function hasRocaFingerprint(n: bigint): boolean {
  return ROCA_RESIDUES.every(({ prime, powers }) => powers.has(Number(n % prime)));
}

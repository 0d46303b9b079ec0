// Is a public key fit to be believed, or can anybody sign or open what it protects? One rule for recipients, for imports
// and for keys of others in a published set. It looks at the numbers alone, so that no library has to open them first.
import { fromBase64, toBase64Url, unsigned } from '../../encoding/bytes.ts';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import type { PublicKeyFlaw } from './flaws.ts';

type Jwk = Readonly<Record<string, unknown>>;

const MIN_RSA_BITS = 2048;
const MAX_RSA_BITS = 8192;

/**
 * Empty for a key that is in order. Never throws. 15 ms for RSA 2048, half a second for RSA 8192, whoever made the key;
 * without looking for factors, next to nothing.
 */
export function publicKeyFlaws(jwk: Jwk, { factors = true }: { factors?: boolean } = {}): PublicKeyFlaw[] {
  switch (jwk['kty']) {
    case 'RSA':
      return rsaJwkFlaws(jwk, factors);
    case 'EC':
      return ecFlaws(jwk);
    case 'OKP':
      return okpFlaws(jwk);
    default:
      return ['kind-unknown'];
  }
}

function rsaJwkFlaws(jwk: Jwk, factors: boolean): PublicKeyFlaw[] {
  const [n, e] = [member(jwk['n']), member(jwk['e'])];
  if (n === null || e === null) {
    return ['malformed'];
  }
  const misspelt = [n, e].some(({ exact, octets }) => !exact || octets[0] === 0);
  return [
    ...(misspelt ? ['misspelt' as const] : []),
    ...rsaPublicFlaws(numberOf(n.octets), numberOf(e.octets), factors),
  ];
}

/** The same for the two numbers of an RSA key, wherever they come from. */
function rsaPublicFlaws(n: bigint, e: bigint, factors: boolean): PublicKeyFlaw[] {
  const bits = n.toString(2).length;
  if (bits > MAX_RSA_BITS || e.toString(16).length > MAX_RSA_BITS / 4) {
    return ['rsa-too-large'];
  }
  const flaws: PublicKeyFlaw[] = [];
  if (bits < MIN_RSA_BITS) {
    flaws.push('rsa-too-small');
  }
  if (e < 3n || e % 2n === 0n || e >= n) {
    flaws.push('rsa-exponent');
  }
  if (factors && isFactored(n)) {
    flaws.push('rsa-factored');
  }
  if (hasRocaFingerprint(n)) {
    flaws.push('rsa-roca');
  }
  return flaws;
}

/** Small factors, two equal or neighbouring ones (Fermat), or none at all: a prime modulus hides nothing. */
const isFactored = (n: bigint): boolean => n < 3n || hasSmallFactor(n) || isProduct(n) || isProbablePrime(n);

const SMALL_FACTORS_BELOW = 1 << 16;
let smallPrimes: bigint | null = null;

function hasSmallFactor(n: bigint): boolean {
  smallPrimes ??= productOfPrimes(SMALL_FACTORS_BELOW);
  let [a, b] = [n, smallPrimes % n];
  while (b !== 0n) {
    [a, b] = [b, a % b];
  }
  return a !== 1n;
}

function productOfPrimes(below: number): bigint {
  const composite = new Uint8Array(below);
  let products: bigint[] = [];
  for (let candidate = 2; candidate < below; candidate += 1) {
    if (composite[candidate] === 0) {
      products.push(BigInt(candidate));
      for (let multiple = candidate * candidate; multiple < below; multiple += candidate) {
        composite[multiple] = 1;
      }
    }
  }
  while (products.length > 1) {
    products = products.flatMap((each, index) => (index % 2 === 0 ? [each * (products[index + 1] ?? 1n)] : []));
  }
  return products[0] ?? 1n;
}

/** Fermat's test to the base 2: one power. What passes by chance was made to, and is no key either. */
function isProbablePrime(n: bigint): boolean {
  let power = 1n;
  for (const bit of (n - 1n).toString(2)) {
    power = (power * power) % n;
    power = bit === '1' ? (power << 1n) % n : power;
  }
  return power === 1n;
}

const FERMAT_STEPS = 100;

function isProduct(n: bigint): boolean {
  let middle = squareRoot(n);
  middle += middle * middle < n ? 1n : 0n;
  for (let step = 0; step < FERMAT_STEPS; step += 1, middle += 1n) {
    const rest = middle * middle - n;
    // Squares end in few ways: one in five of all numbers needs its root.
    if (SQUARES_MOD_64.has(Number(rest & 63n)) && squareRoot(rest) ** 2n === rest) {
      return true;
    }
  }
  return false;
}

const SQUARES_MOD_64 = new Set(Array.from({ length: 64 }, (_, root) => (root * root) % 64));

/** Rounded down (Newton). */
function squareRoot(square: bigint): bigint {
  if (square < 2n) {
    return square;
  }
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) {
      return root;
    }
    root = next;
  }
}

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
export function hasRocaFingerprint(n: bigint): boolean {
  return ROCA_RESIDUES.every(({ prime, powers }) => powers.has(Number(n % prime)));
}

/** SP 800-186 §3.2.1: y² = x³ − 3x + b over the field of p. All their points but infinity have the full order. */
const CURVES: Readonly<Record<string, { octets: number; p: bigint; b: bigint }>> = {
  'P-256': {
    octets: 32,
    p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  },
  'P-384': {
    octets: 48,
    p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
  },
  'P-521': {
    octets: 66,
    p: 2n ** 521n - 1n,
    b: 0x51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00n,
  },
};

function ecFlaws(jwk: Jwk): PublicKeyFlaw[] {
  const { crv } = jwk;
  const curve = typeof crv === 'string' && Object.hasOwn(CURVES, crv) ? CURVES[crv] : undefined;
  if (curve === undefined) {
    return ['kind-unknown'];
  }
  const [x, y] = [member(jwk['x']), member(jwk['y'])];
  if (x === null || y === null) {
    return ['malformed'];
  }
  const misspelt = [x, y].some(({ exact, octets }) => !exact || octets.length !== curve.octets);
  const onCurve = isOnCurve(numberOf(x.octets), numberOf(y.octets), curve);
  return [...(misspelt ? ['misspelt' as const] : []), ...(onCurve ? [] : ['not-on-curve' as const])];
}

const isOnCurve = (x: bigint, y: bigint, { p, b }: { p: bigint; b: bigint }): boolean =>
  x < p && y < p && (y * y - x * x * x + 3n * x - b) % p === 0n;

function okpFlaws(jwk: Jwk): PublicKeyFlaw[] {
  const { crv } = jwk;
  if (crv !== 'Ed25519' && crv !== 'X25519') {
    return ['kind-unknown'];
  }
  const x = member(jwk['x']);
  if (x?.octets.length !== 32) {
    return ['malformed'];
  }
  const flaw = crv === 'Ed25519' ? edwardsFlaw(x.octets) : montgomeryFlaw(x.octets);
  return [...(x.exact ? [] : ['misspelt' as const]), ...(flaw === null ? [] : [flaw])];
}

/** The 32 octets of an Ed25519 key. */
function edwardsFlaw(key: Uint8Array): PublicKeyFlaw | null {
  try {
    return ed25519.Point.fromBytes(Uint8Array.from(key)).isSmallOrder() ? 'small-order' : null;
  } catch {
    return 'not-on-curve';
  }
}

/** The 32 octets of an X25519 key. Any scalar shows it (RFC 7748 §6.1): the product is zero. */
function montgomeryFlaw(key: Uint8Array): PublicKeyFlaw | null {
  try {
    x25519.getSharedSecret(new Uint8Array(32).fill(8), Uint8Array.from(key));
    return null;
  } catch {
    return 'small-order';
  }
}

interface Member {
  octets: Uint8Array;
  /** base64url without padding, in the one way to write it. */
  exact: boolean;
}

/** Far above what any key has, so that a number that is too large is told from none. */
const MAX_MEMBER = 100_000;

/** Base64 of either alphabet, padded or not; `null` for anything else, for nothing, and for more than any key has. */
function member(value: unknown): Member | null {
  if (typeof value !== 'string' || value.length > MAX_MEMBER || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(value)) {
    return null;
  }
  const octets = fromBase64(value);
  return octets.length === 0 ? null : { octets, exact: toBase64Url(octets) === value };
}

const numberOf = (octets: Uint8Array): bigint => unsigned(octets);

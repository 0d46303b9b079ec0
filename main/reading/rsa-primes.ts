// The primes of an RSA key from its modulus and both exponents (SP 800-56B rev. 2, appendix C.1), with small bases in place
// of random ones. A consistent key gives them up to one base in two; an inconsistent one is noticed at the first.

const BASES = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n];

/** `p` is the larger one. `null` when there are none to be found. */
export function primesOf(n: bigint, e: bigint, d: bigint): { p: bigint; q: bigint } | null {
  const product = e * d - 1n;
  if (n % 2n === 0n || d <= 1n || d >= n || product % 2n !== 0n) {
    return null;
  }
  let [odd, halvings] = [product, 0];
  while (odd % 2n === 0n) {
    odd /= 2n;
    halvings += 1;
  }
  for (const base of BASES) {
    const root = rootOfOne(power(base, odd, n), halvings, n);
    if (root === null) {
      return null;
    }
    if (root !== 'trivial') {
      const p = divisor(root - 1n, n);
      const q = n / p;
      return p > q ? { p, q } : { p: q, q: p };
    }
  }
  return null;
}

/** A square root of one that is neither 1 nor −1; `null` when the squares never become one: the numbers do not fit. */
function rootOfOne(start: bigint, halvings: number, n: bigint): bigint | 'trivial' | null {
  let value = start;
  if (value === 1n || value === n - 1n) {
    return 'trivial';
  }
  for (let count = 0; count < halvings; count += 1) {
    const square = (value * value) % n;
    if (square === 1n) {
      return value === n - 1n ? 'trivial' : value;
    }
    value = square;
  }
  return null;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    result = bit === '1' ? (result * base) % modulus : result;
  }
  return result;
}

function divisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small > 0n) {
    [large, small] = [small, large % small];
  }
  return large;
}

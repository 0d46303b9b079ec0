// An RSA private key from its numbers, in the one normal form. Some writers leave numbers out that follow from the others:
// those are computed, and it is said. Whether the numbers belong together is judged later (rsa-strength.ts).
import type { KeyKind } from '../../shared/domain/reading/schemes.ts';
import type { Repair } from '../../shared/domain/reading/notes.ts';
import { octetsOf } from '../../shared/encoding/bytes.ts';
import { TAG } from '../../shared/encoding/der.ts';
import { encodeDer, encodeUnsigned } from '../encoding/der.ts';
import { RSA_ALGORITHM } from '../encoding/public-parts.ts';
import { erasing } from '../ports/secret.ts';
import { named } from './kind-of.ts';
import { plainPkcs8 } from './plain-pkcs8.ts';
import type { Container, KeyShape } from './private-shape.ts';
import { primesOf } from './rsa-primes.ts';
import { rsaBits, type RsaNumbers } from './rsa-strength.ts';

/** Zero stands for a number that the file leaves out. */
export type GivenNumbers = RsaNumbers;

/** `encoded`: the PKCS#1 DER of exactly these numbers, when the file has it. */
export function rsaShape(given: GivenNumbers, container: Container, encoded: Uint8Array | null = null): KeyShape {
  const { n, e } = given;
  // BoringSSL opens neither of these two; larger keys and exponents bring no security that tokens could use.
  const tooLarge: KeyKind | null =
    rsaBits(n) > 8192 ? named(`RSA ${rsaBits(n)}`) : e > 0xffff_ffffn ? { code: 'large-exponent' } : null;
  if (tooLarge !== null) {
    return { form: 'unsupported', kind: tooLarge };
  }
  const completed = complete(given);
  if (completed === null) {
    return { form: 'foreign', problem: { code: 'numbers-apart' } };
  }
  const { numbers, repairs } = completed;
  using der = erasing(repairs.length === 0 && encoded !== null ? Buffer.from(encoded) : pkcs1Der(numbers));
  const pkcs8 = plainPkcs8(RSA_ALGORITHM, der);
  return {
    form: 'private',
    container,
    kind: 'RSA',
    only: null,
    pkcs8,
    rsa: numbers,
    outOfRange: false,
    claims: [],
    repairs,
  };
}

/** `null` when the primes do not follow from the others. */
function complete(given: GivenNumbers): { numbers: RsaNumbers; repairs: Repair[] } | null {
  const { n, e, d } = given;
  const isWhole = given.p > 0n && given.q > 0n;
  const primes = isWhole ? given : primesOf(n, e, d);
  if (primes === null || primes.p <= 1n || primes.q <= 1n) {
    return null;
  }
  const { p, q } = primes;
  // A prime that was computed need not be the one for which the other three were.
  const { dp, dq, qi } = isWhole ? given : { dp: 0n, dq: 0n, qi: 0n };
  const numbers = {
    n,
    e,
    d,
    p,
    q,
    dp: dp === 0n ? d % (p - 1n) : dp,
    dq: dq === 0n ? d % (q - 1n) : dq,
    qi: qi === 0n ? inverse(q, p) : qi,
  };
  const isComputed = dp === 0n || dq === 0n || qi === 0n;
  return { numbers, repairs: isWhole ? (isComputed ? ['crt-computed'] : []) : ['primes-computed'] };
}

/** The inverse of `value`; zero when there is none. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (a > 1n && b > 0n) {
    [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  }
  return a === 1n ? ((x % modulus) + modulus) % modulus : 0n;
}

function pkcs1Der({ n, e, d, p, q, dp, dq, qi }: RsaNumbers): Buffer {
  const integers = [0n, n, e, d, p, q, dp, dq, qi].map((number) => encodeUnsigned(octetsOf(number)));
  const der = encodeDer(TAG.sequence, ...integers);
  integers.forEach((integer) => integer.fill(0));
  return der;
}

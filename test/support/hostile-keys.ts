// Private keys that must not be taken, each made from its numbers for this run: what their kind is, is in their names.
import { generatePrimeSync, generateKeyPairSync, createECDH } from 'node:crypto';
import { encodeDer, encodeOid, encodeUnsigned } from '../../main/encoding/der.ts';
import { TAG } from '../../shared/encoding/der.ts';
import { CURVES } from '../../main/encoding/object-identifiers.ts';
import type { RsaNumbers } from '../../main/reading/rsa-strength.ts';
import type { SigningAlgorithm } from '../../shared/domain/algorithms.ts';

export interface HostileFile {
  name: string;
  file: Buffer;
  alg: SigningAlgorithm;
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => encodeDer(TAG.sequence, ...parts);
const octetString = (content: Uint8Array): Buffer => encodeDer(TAG.octetString, content);
const bits = (content: Uint8Array): Buffer => encodeDer(TAG.bitString, Buffer.of(0), content);
const small = (value: number): Buffer => encodeDer(TAG.integer, Buffer.of(value));

export function octetsOf(value: bigint): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
}
const integer = (value: bigint): Buffer => encodeUnsigned(octetsOf(value));

const RSA = sequence(encodeOid('1.2.840.113549.1.1.1'), encodeDer(0x05));
const ED25519 = sequence(encodeOid('1.3.101.112'));
const ecAlgorithm = (curve: string): Buffer => sequence(encodeOid('1.2.840.10045.2.1'), encodeOid(curve));

const pkcs8 = (algorithm: Uint8Array, key: Uint8Array, version = small(0), ...behind: readonly Uint8Array[]): Buffer =>
  sequence(version, algorithm, octetString(key), ...behind);

const pkcs1 = ({ n, e, d, p, q, dp, dq, qi }: RsaNumbers, version = small(0)): Buffer =>
  sequence(version, ...[n, e, d, p, q, dp, dq, qi].map(integer));

export const rsaPkcs8 = (numbers: RsaNumbers): Buffer => pkcs8(RSA, pkcs1(numbers));

/** The consistent RSA key of two primes. */
export function rsaFrom(p: bigint, q: bigint, e = 65537n): RsaNumbers {
  const d = inverse(e, (p - 1n) * (q - 1n));
  return { n: p * q, e, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
}

/** By the extended Euclidean algorithm. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [r0, r1, t0, t1] = [modulus, value % modulus, 0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1, t0, t1] = [r1, r0 - quotient * r1, t1, t0 - quotient * t1];
  }
  return ((t0 % modulus) + modulus) % modulus;
}

const E = 65537n;

/** For which 65537 has an inverse; the two highest bits are set, so that the product of two has all its bits. */
export const prime = (size: number): bigint => factor(size, () => generatePrimeSync(size, { bigint: true }));

/** Passes for such a prime by its size. */
const composite = (size: number): bigint => factor(size, () => prime(size / 2) * prime(size / 2));

function factor(size: number, guess: () => bigint): bigint {
  for (;;) {
    const found = guess();
    if (found % E !== 1n && (size < 8 || found >> BigInt(size - 2) === 3n)) {
      return found;
    }
  }
}

export function hostileRsaKeys(): HostileFile[] {
  const [p, q] = [prime(1024), prime(1024)];
  const sound = rsaFrom(p, q);
  const uneven = [16, 64, 512, 1000].map(
    (size) => [`a prime of ${size} bits`, rsaPkcs8(rsaFrom(prime(size), prime(2050 - size)))] as const,
  );
  const lambda = (p - 1n) * (q - 1n);
  const numbers: [string, RsaNumbers][] = [
    ['n = 3·q', rsaFrom(3n, prime(2047))],
    ['n = 3·q the other way round', rsaFrom(prime(2047), 3n)],
    ['three primes told as two', rsaFrom(composite(1024), q)],
    ['the same prime twice', { ...rsaFrom(p, q), n: p * p, q: p, dq: sound.dp, qi: 1n }],
    ['d above n', { ...sound, d: sound.d + lambda * 2n }],
    ['qi above p', { ...sound, qi: sound.qi + p }],
    ['dP above p', { ...sound, dp: sound.dp + p - 1n }],
    ['d = 1, e = 1', { ...sound, e: 1n, d: 1n, dp: 1n, dq: 1n }],
    ['an even exponent', { ...sound, e: 65536n }],
    ['a modulus of other primes', { ...sound, n: sound.n + 2n }],
    ['an even modulus', { ...rsaFrom(3n, prime(2047)), p: 2n, n: 2n * q }],
  ];
  const algorithm = (oid: Buffer): Buffer => sequence(encodeDer(TAG.oid, oid), encodeDer(0x05));
  const rsaOid = encodeOid('1.2.840.113549.1.1.1').subarray(2);
  const key = pkcs1(sound);
  const withN = (n: Uint8Array): Buffer =>
    sequence(small(0), n, ...[sound.e, sound.d, p, q, sound.dp, sound.dq, sound.qi].map(integer));
  const other = encodeDer(TAG.implicit1, Buffer.of(0), sequence(integer(prime(1024) * prime(1024)), integer(E)));
  const forms: [string, Buffer][] = [
    [
      'a padded identifier',
      pkcs8(algorithm(Buffer.concat([rsaOid.subarray(0, 1), Buffer.of(0x80), rsaOid.subarray(1)])), key),
    ],
    ['a cut identifier', pkcs8(algorithm(Buffer.concat([rsaOid, Buffer.of(0x81)])), key)],
    ['a padded modulus', pkcs8(RSA, withN(encodeDer(TAG.integer, Buffer.of(0, 0), octetsOf(sound.n))))],
    ['a negative modulus', pkcs8(RSA, withN(encodeDer(TAG.integer, octetsOf(sound.n))))],
    ['version 7', pkcs8(RSA, key, small(7))],
    ['version -1', pkcs8(RSA, key, small(0xff))],
    ['version 2 inside', pkcs8(RSA, pkcs1(sound, small(2)))],
    ['octets behind the key', pkcs8(RSA, Buffer.concat([key, Buffer.of(0)]))],
    ['octets behind everything', Buffer.concat([pkcs8(RSA, key), Buffer.of(0)])],
    ['a field behind the key', pkcs8(RSA, key, small(0), small(0))],
    ['a sequence for NULL', pkcs8(sequence(encodeOid('1.2.840.113549.1.1.1'), sequence()), key)],
    ['a public key in version 0', pkcs8(RSA, key, small(0), other)],
    ['the public key of another key', pkcs8(RSA, key, small(1), other)],
  ];
  return [...uneven, ...numbers.map(([name, rsa]) => [name, rsaPkcs8(rsa)] as const), ...forms].map(([name, file]) => ({
    name: `RSA: ${name}`,
    file,
    alg: 'RS256',
  }));
}

const RING: Readonly<Record<string, SigningAlgorithm>> = { 'P-256': 'ES256', 'P-384': 'ES384', 'P-521': 'ES512' };

export const hostileEcKeys = (): HostileFile[] =>
  Object.entries(CURVES).flatMap(([oid, { curve, octets, order, name }]) => {
    const ecdh = createECDH(name);
    const [own, other] = [ecdh.generateKeys(), createECDH(name).generateKeys()];
    const secret = Buffer.alloc(octets);
    secret.set(ecdh.getPrivateKey(), octets - ecdh.getPrivateKey().length);
    const n = BigInt(`0x${order.toString('hex')}`);
    const scalar = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(octets * 2, '0'), 'hex');
    const inside = (number: Uint8Array, ...behind: readonly Uint8Array[]): Buffer =>
      sequence(small(1), octetString(number), ...behind);
    const claim = (point: Uint8Array): Buffer => encodeDer(TAG.context1, bits(point));
    const curveIs = (named: string): Buffer => encodeDer(TAG.context0, encodeOid(named));
    const hybrid = Buffer.from(own);
    hybrid[0] = 6 + ((own.at(-1) ?? 0) & 1);
    const off = Buffer.from(own);
    off[off.length - 1] = (off.at(-1) ?? 0) ^ 1;
    const algorithm = ecAlgorithm(oid);
    const keys: [string, Buffer][] = [
      ['d = 0', pkcs8(algorithm, inside(scalar(0n)))],
      ['d = n', pkcs8(algorithm, inside(scalar(n)))],
      ['d = n + 1', pkcs8(algorithm, inside(scalar(n + 1n)))],
      ['d of ones', pkcs8(algorithm, inside(Buffer.alloc(octets, 0xff)))],
      ['d too long', pkcs8(algorithm, inside(Buffer.concat([Buffer.of(1), secret])))],
      ['a point at infinity', pkcs8(algorithm, inside(secret, claim(Buffer.of(0))))],
      ['a hybrid point', pkcs8(algorithm, inside(secret, claim(hybrid)))],
      ['a point off the curve', pkcs8(algorithm, inside(secret, claim(off)))],
      ['a point cut short', pkcs8(algorithm, inside(secret, claim(own.subarray(0, -1))))],
      ['no point at all', pkcs8(algorithm, inside(secret, claim(Buffer.of())))],
      ['the point of another key', pkcs8(algorithm, inside(secret, claim(other)))],
      [
        'the point of another key outside',
        pkcs8(algorithm, inside(secret), small(1), encodeDer(TAG.implicit1, Buffer.of(0), other)),
      ],
      ['another curve inside', pkcs8(algorithm, inside(secret, curveIs('1.3.132.0.10')))],
      ['version 0 inside', pkcs8(algorithm, sequence(small(0), octetString(secret)))],
      ['fields in the wrong order', pkcs8(algorithm, inside(secret, claim(own), curveIs(oid)))],
      ['its point twice', pkcs8(algorithm, inside(secret, claim(own), claim(own)))],
      ['SEC1 with d = n', inside(scalar(n), curveIs(oid))],
      ['SEC1 with a point at infinity', inside(secret, curveIs(oid), claim(Buffer.of(0)))],
    ];
    return keys.map(([what, file]) => ({ name: `${curve}: ${what}`, file, alg: RING[curve] ?? 'ES256' }));
  });

export function hostileEd25519Keys(): HostileFile[] {
  const seed = Buffer.alloc(32, 7);
  const half = (key: Uint8Array): Buffer => encodeDer(TAG.implicit1, Buffer.of(0), key);
  const { publicKey } = generateKeyPairSync('ed25519');
  const other = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const keys: [string, Buffer][] = [
    ['the public key of another key', pkcs8(ED25519, octetString(seed), small(1), half(other))],
    ['a public key of 31 octets', pkcs8(ED25519, octetString(seed), small(1), half(other.subarray(1)))],
    ['a seed of 31 octets', pkcs8(ED25519, octetString(seed.subarray(1)))],
    ['a seed of 33 octets', pkcs8(ED25519, octetString(Buffer.concat([seed, Buffer.of(0)])))],
    ['parameters', pkcs8(sequence(encodeOid('1.3.101.112'), encodeDer(0x05)), octetString(seed))],
    ['octets behind the seed', pkcs8(ED25519, Buffer.concat([octetString(seed), Buffer.of(5, 0)]))],
  ];
  return keys.map(([name, file]) => ({ name: `Ed25519: ${name}`, file, alg: 'Ed25519' }));
}

/** The same numbers as JWKs: they come in by another door and meet the same judge. */
export function hostileJwks(): HostileFile[] {
  const text = (value: bigint): string => octetsOf(value).toString('base64url');
  const rsa = (numbers: RsaNumbers): object => ({
    kty: 'RSA',
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]: [string, bigint]) => [name, text(value)])),
  });
  const { n, e, d, p, q, dp, dq, qi } = rsaFrom(prime(1024), prime(1024));
  const point = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const zero = Buffer.alloc(32).toString('base64url');
  const order = CURVES['1.2.840.10045.3.1.7']?.order.toString('base64url');
  const okp = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const jwks: [string, SigningAlgorithm, object][] = [
    ['RSA with n = 3·q', 'RS256', rsa(rsaFrom(3n, prime(2047)))],
    ['RSA with d above n', 'RS256', rsa({ n, e, d: d + (p - 1n) * (q - 1n) * 2n, p, q, dp, dq, qi })],
    ['RSA with the values exchanged', 'RS256', rsa({ n, e, d, p: q, q: p, dp, dq, qi })],
    ['EC with the point (0, 0)', 'ES256', { ...point, x: zero, y: zero }],
    ['EC with the point of another key', 'ES256', { ...point, y: point.x, x: point.y }],
    ['EC with d = 0', 'ES256', { ...point, d: zero }],
    ['EC with d = n', 'ES256', { ...point, d: order }],
    ['Ed25519 with another public key', 'Ed25519', { ...okp, x: okp.d }],
  ];
  return jwks.map(([name, alg, jwk]) => ({ name: `JWK: ${name}`, file: Buffer.from(JSON.stringify(jwk)), alg }));
}

export const spkiOfPoint = (curve: string, point: Uint8Array): Buffer => sequence(ecAlgorithm(curve), bits(point));

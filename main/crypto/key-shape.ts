// Says what a DER file is, from its structure alone: a private key and of which kind, an encrypted one, or something
// else that people mistake for one. A private key comes out as plain PKCS#8 in one normal form, so that OpenSSL and
// BoringSSL, which differ in what they forgive, are only ever shown the same bytes. It never throws.
import type { KeyKind } from './algorithms.ts';
import { type DerElement, derElements, derOid, derSequence, derUnsigned, encodeDer, encodeOid, TAG } from './der.ts';
import { foreignDer } from './foreign-der.ts';
import { CURVES, OID, OTHER_KEYS } from './object-identifiers.ts';
import { type RsaNumbers, rsaBits } from './rsa-strength.ts';
import { DAMAGED } from './unreadable.ts';

type Container = 'PKCS#8' | 'PKCS#1' | 'SEC1' | 'JWK';

export interface PrivateShape {
  form: 'private';
  container: Container;
  kind: KeyKind;
  /** PKCS#8 version 1 without attributes and without a public half; the owner overwrites it. */
  pkcs8: Buffer;
  /** The numbers to be judged; `null` for other kinds. */
  rsa: RsaNumbers | null;
  /** The public half that a file carries beside a private one that does not hold it, as SubjectPublicKeyInfo; or `null`. */
  claimedSpki: Buffer | null;
}

export type KeyShape =
  | PrivateShape
  | { form: 'unsupported'; kind: string }
  /** EncryptedPrivateKeyInfo (RFC 5958 §3); `algorithm` is its AlgorithmIdentifier. */
  | { form: 'encrypted PKCS#8'; algorithm: DerElement; data: Uint8Array }
  | { form: 'PKCS#12' }
  /** Not a private key, or none that can be read; `problem` completes “no private key that can be read: …”. */
  | { form: 'foreign'; problem: string };

/** AlgorithmIdentifiers in DER, without which no public key of ours is ever written. */
const RSA_ALGORITHM = Buffer.from('300d06092a864886f70d0101010500', 'hex');
const ED25519_ALGORITHM = Buffer.from('300506032b6570', 'hex');
const EC_PUBLIC_KEY = encodeOid(OID.ec);

const damaged: KeyShape = { form: 'foreign', problem: DAMAGED };

export function keyShape(der: Uint8Array): KeyShape {
  const parts = derSequence(der);
  if (parts === null) {
    return { form: 'foreign', problem: 'this is neither PEM nor DER' };
  }
  const starts = (...wanted: number[]): boolean => wanted.every((tag, index) => parts[index]?.tag === tag);
  const { integer, sequence, octetString } = TAG;

  if (starts(integer, sequence, octetString)) {
    return pkcs8(parts);
  }
  if (starts(integer, octetString)) {
    return sec1(parts, null, 'SEC1');
  }
  if (starts(integer, integer, integer, integer, integer, integer)) {
    return parts.length === 6 ? { form: 'unsupported', kind: 'DSA' } : pkcs1(parts, der, 'PKCS#1');
  }
  const [first, second, ...more] = parts;
  if (first?.tag === sequence && second?.tag === octetString && more.length === 0) {
    return { form: 'encrypted PKCS#8', algorithm: first, data: second.contents };
  }
  if (starts(integer, sequence) && derUnsigned(first) === 3n) {
    return { form: 'PKCS#12' };
  }
  return { form: 'foreign', problem: foreignDer(der, parts) };
}

/** RFC 5208, RFC 5958: version, algorithm, key, optional attributes and public key. */
function pkcs8(parts: readonly DerElement[]): KeyShape {
  const [oid, parameters] = derElements(parts[1]?.contents ?? new Uint8Array()) ?? [];
  const algorithm = derOid(oid);
  const key = parts[2]?.contents ?? new Uint8Array();
  switch (algorithm) {
    case null:
      return damaged;
    case OID.rsa:
      return pkcs1(derSequence(key) ?? [], key, 'PKCS#8');
    case OID.ec:
      return sec1(derSequence(key) ?? [], parameters ?? null, 'PKCS#8');
    case OID.ed25519:
      return ed25519(
        key,
        parts.find(({ tag }) => tag === TAG.implicit1),
      );
    default:
      return { form: 'unsupported', kind: OTHER_KEYS[algorithm] ?? `with the algorithm ${algorithm}` };
  }
}

/** RFC 8017 §A.1.2: version, n, e, d, p, q, dP, dQ, qInv; version 1 means more than two primes. */
function pkcs1(parts: readonly DerElement[], der: Uint8Array, container: Container): KeyShape {
  const [version, n, e, d, p, q, dp, dq, qi] = parts.map(derUnsigned);
  if (version === 1n) {
    return { form: 'unsupported', kind: 'RSA with more than two primes' };
  }
  if (version !== 0n || parts.length !== 9 || !n || !e || !d || !p || !q || !dp || !dq || !qi) {
    return damaged;
  }
  // BoringSSL opens neither of these two; larger keys and exponents bring no security that tokens could use.
  const tooLarge =
    rsaBits(n) > 8192 ? `RSA ${rsaBits(n)}` : e > 0xffff_ffffn ? 'RSA with a large public exponent' : null;
  if (tooLarge !== null) {
    return { form: 'unsupported', kind: tooLarge };
  }
  const rsa = { n, e, d, p, q, dp, dq, qi };
  return { form: 'private', container, kind: 'RSA', pkcs8: plainPkcs8(RSA_ALGORITHM, der), rsa, claimedSpki: null };
}

/** RFC 5915: version 1, private key, [0] parameters, [1] public key. Inside PKCS#8 the parameters stand outside. */
function sec1(parts: readonly DerElement[], outside: DerElement | null, container: Container): KeyShape {
  const [version, secret] = parts;
  if (derUnsigned(version) !== 1n || secret?.tag !== TAG.octetString) {
    return damaged;
  }
  const tagged = (tag: number): DerElement | undefined =>
    derElements(parts.find((part) => part.tag === tag)?.contents ?? new Uint8Array())?.[0];
  const parameters = outside ?? tagged(TAG.context0);
  if (parameters === undefined) {
    return { form: 'foreign', problem: 'it does not say on which curve the key lies' };
  }
  if (parameters.tag === TAG.sequence) {
    return { form: 'unsupported', kind: 'EC with explicit curve parameters' };
  }
  const oid = derOid(parameters);
  const named = oid === null ? undefined : CURVES[oid];
  if (named === undefined) {
    return oid === null ? damaged : { form: 'unsupported', kind: OTHER_KEYS[oid] ?? `EC on the curve ${oid}` };
  }
  const algorithm = encodeDer(TAG.sequence, EC_PUBLIC_KEY, encodeDer(TAG.oid, parameters.contents));
  const scalar = fixedLength(secret.contents, named.octets);
  if (scalar === null) {
    return damaged;
  }
  const key = encodeDer(TAG.sequence, encodeDer(TAG.integer, Buffer.of(1)), encodeDer(TAG.octetString, scalar));
  const point = tagged(TAG.context1);
  const claimedSpki = point === undefined ? null : bitStringSpki(algorithm, point);
  const shape: KeyShape = {
    form: 'private',
    container,
    kind: named.curve,
    pkcs8: plainPkcs8(algorithm, key),
    rsa: null,
    claimedSpki,
  };
  scalar.fill(0);
  key.fill(0);
  return shape;
}

/** RFC 8410 §7: the seed as an OCTET STRING inside the OCTET STRING; RFC 5958 may add the public key as [1]. */
function ed25519(key: Uint8Array, publicKey: DerElement | undefined): KeyShape {
  const [seed, ...more] = derElements(key) ?? [];
  if (seed?.tag !== TAG.octetString || seed.contents.length !== 32 || more.length > 0) {
    return damaged;
  }
  return {
    form: 'private',
    container: 'PKCS#8',
    kind: 'Ed25519',
    pkcs8: plainPkcs8(ED25519_ALGORITHM, key),
    rsa: null,
    claimedSpki: publicKey === undefined ? null : bitStringSpki(ED25519_ALGORITHM, publicKey),
  };
}

/** A public key from its bits, whatever tag they stood under. */
const bitStringSpki = (algorithm: Uint8Array, bits: DerElement): Buffer =>
  encodeDer(TAG.sequence, algorithm, encodeDer(TAG.bitString, bits.contents));

function plainPkcs8(algorithm: Uint8Array, key: Uint8Array): Buffer {
  const inner = encodeDer(TAG.octetString, key);
  const der = encodeDer(TAG.sequence, encodeDer(TAG.integer, Buffer.of(0)), algorithm, inner);
  inner.fill(0);
  return der;
}

/** A big-endian number with exactly so many octets: some writers drop its leading zeros, some add one. */
function fixedLength(number: Uint8Array, octets: number): Buffer | null {
  const significant = number.subarray(
    Math.max(
      0,
      number.findIndex((octet) => octet !== 0),
    ),
  );
  if (significant.length > octets) {
    return null;
  }
  const padded = Buffer.alloc(octets);
  padded.set(significant, octets - significant.length);
  return padded;
}

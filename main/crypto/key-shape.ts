// Says what a DER file is, from its structure alone: a private key and of which kind, an encrypted one, or something
// else that people mistake for one. A private key comes out as plain PKCS#8 in one normal form, so that OpenSSL and
// BoringSSL, which differ in what they forgive, are only ever shown the same bytes. It never throws.
import type { EcCurve, KeyKind } from './algorithms.ts';
import { type DerElement, derElements, derOid, derSequence, derUnsigned, encodeDer, TAG } from './der.ts';
import { foreignDer } from './foreign-der.ts';
import { type RsaNumbers, rsaBits } from './rsa-strength.ts';

type Container = 'PKCS#8' | 'PKCS#1' | 'SEC1';

export interface PrivateShape {
  form: 'private';
  container: Container;
  kind: KeyKind;
  /** PKCS#8 version 1 without attributes and without a public half; the owner overwrites it. */
  pkcs8: Buffer;
  /** The numbers to be judged; `null` for other kinds. */
  rsa: RsaNumbers | null;
  /** The public half that an EC file carries beside the private one, as a SubjectPublicKeyInfo; `null` without one. */
  claimedSpki: Buffer | null;
}

type KeyShape =
  | PrivateShape
  | { form: 'unsupported'; kind: string }
  | { form: 'encrypted'; format: 'PKCS#8' | 'PKCS#12' }
  /** Not a private key, or none that can be read; `problem` completes “no private key that can be read: …”. */
  | { form: 'foreign'; problem: string };

const OID_RSA = '1.2.840.113549.1.1.1';
const OID_EC = '1.2.840.10045.2.1';
const OID_ED25519 = '1.3.101.112';

/** AlgorithmIdentifiers in DER, without which no public key of ours is ever written. */
const RSA_ALGORITHM = Buffer.from('300d06092a864886f70d0101010500', 'hex');
const ED25519_ALGORITHM = Buffer.from('300506032b6570', 'hex');
const EC_PUBLIC_KEY = Buffer.from('06072a8648ce3d0201', 'hex');

/** Named curves with the length of their scalars in octets. */
const CURVES: Readonly<Record<string, { curve: EcCurve; octets: number }>> = {
  '1.2.840.10045.3.1.7': { curve: 'P-256', octets: 32 },
  '1.3.132.0.34': { curve: 'P-384', octets: 48 },
  '1.3.132.0.35': { curve: 'P-521', octets: 66 },
};

const UNSUPPORTED: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.10': 'RSASSA-PSS (RSA restricted to one scheme)',
  '1.2.840.10040.4.1': 'DSA',
  '1.2.840.113549.1.3.1': 'DH',
  '1.3.101.110': 'X25519',
  '1.3.101.111': 'X448',
  '1.3.101.113': 'Ed448',
  '1.3.132.0.10': 'EC secp256k1',
  '1.3.132.0.33': 'EC P-224',
};

const DAMAGED: KeyShape = { form: 'foreign', problem: 'its content is damaged' };

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
  if (starts(sequence, octetString) && parts.length === 2) {
    return { form: 'encrypted', format: 'PKCS#8' };
  }
  if (starts(integer, sequence) && derUnsigned(parts[0]) === 3n) {
    return { form: 'encrypted', format: 'PKCS#12' };
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
      return DAMAGED;
    case OID_RSA:
      return pkcs1(derSequence(key) ?? [], key, 'PKCS#8');
    case OID_EC:
      return sec1(derSequence(key) ?? [], parameters ?? null, 'PKCS#8');
    case OID_ED25519:
      return ed25519(key);
    default:
      return { form: 'unsupported', kind: UNSUPPORTED[algorithm] ?? `with the algorithm ${algorithm}` };
  }
}

/** RFC 8017 §A.1.2: version, n, e, d, p, q, dP, dQ, qInv; version 1 means more than two primes. */
function pkcs1(parts: readonly DerElement[], der: Uint8Array, container: Container): KeyShape {
  const [version, n, e, d, p, q, dp, dq, qi] = parts.map(derUnsigned);
  if (version === 1n) {
    return { form: 'unsupported', kind: 'RSA with more than two primes' };
  }
  if (version !== 0n || parts.length !== 9 || !n || !e || !d || !p || !q || !dp || !dq || !qi) {
    return DAMAGED;
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
    return DAMAGED;
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
    return oid === null ? DAMAGED : { form: 'unsupported', kind: UNSUPPORTED[oid] ?? `EC on the curve ${oid}` };
  }
  const algorithm = encodeDer(TAG.sequence, EC_PUBLIC_KEY, encodeDer(TAG.oid, parameters.contents));
  const scalar = fixedLength(secret.contents, named.octets);
  if (scalar === null) {
    return DAMAGED;
  }
  const key = encodeDer(TAG.sequence, encodeDer(TAG.integer, Buffer.of(1)), encodeDer(TAG.octetString, scalar));
  const point = tagged(TAG.context1);
  const claimedSpki =
    point === undefined ? null : encodeDer(TAG.sequence, algorithm, encodeDer(point.tag, point.contents));
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

/** RFC 8410 §7: the seed as an OCTET STRING inside the OCTET STRING. */
function ed25519(key: Uint8Array): KeyShape {
  const [seed, ...more] = derElements(key) ?? [];
  if (seed?.tag !== TAG.octetString || seed.contents.length !== 32 || more.length > 0) {
    return DAMAGED;
  }
  const pkcs8Der = plainPkcs8(ED25519_ALGORITHM, key);
  return { form: 'private', container: 'PKCS#8', kind: 'Ed25519', pkcs8: pkcs8Der, rsa: null, claimedSpki: null };
}

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

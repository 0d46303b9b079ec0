// Says what a DER file is, from its structure alone: a private key and of which kind, an encrypted one, or something
// else that people mistake for one. It promises an answer for any bytes and never throws.
import { X509Certificate } from 'node:crypto';
import type { EcCurve, KeyKind } from './algorithms.ts';
import { type DerElement, derElements, derOid, derSequence, derUnsigned, TAG } from './der.ts';
import { type RsaNumbers, rsaBits } from './rsa-strength.ts';

export type Container = 'PKCS#8' | 'PKCS#1' | 'SEC1';

export type KeyShape =
  | { form: 'private'; container: Container; kind: KeyKind; rsa: RsaNumbers | null }
  | { form: 'unsupported'; kind: string }
  | { form: 'encrypted'; format: 'PKCS#8' | 'PKCS#12' }
  /** Not a private key, or none that can be read; `problem` completes “no private key that can be read: …”. */
  | { form: 'foreign'; problem: string };

const OID_RSA = '1.2.840.113549.1.1.1';
const OID_EC = '1.2.840.10045.2.1';
const OID_ED25519 = '1.3.101.112';
const OID_SIGNED_DATA = '1.2.840.113549.1.7.2';

const CURVES: Readonly<Record<string, EcCurve>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
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
  const tags = parts.map((part) => part.tag);
  const starts = (...wanted: number[]): boolean => wanted.every((tag, index) => tags[index] === tag);

  if (starts(TAG.integer, TAG.sequence, TAG.octetString)) {
    return pkcs8(parts);
  }
  if (starts(TAG.integer, TAG.octetString)) {
    return sec1(parts, null, 'SEC1');
  }
  if (parts.length >= 6 && tags.slice(0, 6).every((tag) => tag === TAG.integer)) {
    return parts.length === 6 ? { form: 'unsupported', kind: 'DSA' } : pkcs1(parts, 'PKCS#1');
  }
  if (starts(TAG.sequence, TAG.octetString) && parts.length === 2) {
    return { form: 'encrypted', format: 'PKCS#8' };
  }
  if (starts(TAG.integer, TAG.sequence) && derUnsigned(parts[0]) === 3n) {
    return { form: 'encrypted', format: 'PKCS#12' };
  }
  return { form: 'foreign', problem: foreign(der, parts) };
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
      return pkcs1(derSequence(key) ?? [], 'PKCS#8');
    case OID_EC:
      return sec1(derSequence(key) ?? [], parameters ?? null, 'PKCS#8');
    case OID_ED25519:
      return { form: 'private', container: 'PKCS#8', kind: 'Ed25519', rsa: null };
    default:
      return { form: 'unsupported', kind: UNSUPPORTED[algorithm] ?? `with the algorithm ${algorithm}` };
  }
}

/** RFC 8017 §A.1.2: version, n, e, d, p, q, dP, dQ, qInv; version 1 means more than two primes. */
function pkcs1(parts: readonly DerElement[], container: Container): KeyShape {
  const [version, n, e, d, p, q, dp, dq, qi] = parts.map(derUnsigned);
  if (version === 1n) {
    return { form: 'unsupported', kind: 'RSA with more than two primes' };
  }
  if (version !== 0n || parts.length !== 9) {
    return DAMAGED;
  }
  if (!n || !e || !d || !p || !q || !dp || !dq || !qi) {
    return DAMAGED;
  }
  const kind = rsaBits(n) > 8192 ? `RSA ${rsaBits(n)}` : e > 0xffff_ffffn ? 'RSA with a large public exponent' : null;
  return kind === null
    ? { form: 'private', container, kind: 'RSA', rsa: { n, e, d, p, q, dp, dq, qi } }
    : { form: 'unsupported', kind };
}

/** RFC 5915: version 1, private key, [0] parameters, [1] public key. Inside PKCS#8 the parameters stand outside. */
function sec1(parts: readonly DerElement[], outside: DerElement | null, container: Container): KeyShape {
  if (derUnsigned(parts[0]) !== 1n || parts[1]?.tag !== TAG.octetString) {
    return DAMAGED;
  }
  const inside = parts.find((part) => part.tag === TAG.context0);
  const parameters = outside ?? derElements(inside?.contents ?? new Uint8Array())?.[0];
  if (parameters === undefined) {
    return { form: 'foreign', problem: 'it does not say on which curve the key lies' };
  }
  if (parameters.tag === TAG.sequence) {
    return { form: 'unsupported', kind: 'EC with explicit curve parameters' };
  }
  const oid = derOid(parameters);
  const curve = oid === null ? undefined : CURVES[oid];
  if (curve !== undefined) {
    return { form: 'private', container, kind: curve, rsa: null };
  }
  return oid === null ? DAMAGED : { form: 'unsupported', kind: UNSUPPORTED[oid] ?? `EC on the curve ${oid}` };
}

function foreign(der: Uint8Array, parts: readonly DerElement[]): string {
  const [first, second] = parts;
  if (isCertificate(der)) {
    return 'this is a certificate, not a private key';
  }
  if (derOid(first) === OID_SIGNED_DATA) {
    return 'this is a PKCS#7 file of certificates, not a private key';
  }
  const publicKey = first?.tag === TAG.sequence ? second?.tag === TAG.bitString : first?.tag === TAG.integer;
  if (parts.length === 2 && publicKey && (second?.tag === TAG.bitString || second?.tag === TAG.integer)) {
    return 'this is a public key, not a private key';
  }
  const [version, subject] = first?.tag === TAG.sequence ? (derElements(first.contents) ?? []) : [];
  if (parts.length === 3 && derUnsigned(version) === 0n && subject?.tag === TAG.sequence) {
    return 'this is a certificate signing request, not a private key';
  }
  return 'this is DER, but not a private key';
}

function isCertificate(der: Uint8Array): boolean {
  try {
    return new X509Certificate(der).raw.length > 0;
  } catch {
    return false;
  }
}

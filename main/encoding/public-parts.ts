// A SubjectPublicKeyInfo taken apart by our own reader, and put together again in the one form under which a key is known.
// No library sees it before: node:crypto ends the process when it is to write a point at infinity as a JWK, and OpenSSL
// opens forms of points that BoringSSL refuses.
import { ECDH, type KeyObject } from 'node:crypto';
import type { KeyKind } from '../../shared/domain/reading/schemes.ts';
import { CustodianError } from '../../shared/errors.ts';
import { publicKeyFlaws } from '../../shared/domain/key-ring/strength.ts';
import type { EcCurve, KeyKind as RingKind } from '../../shared/domain/algorithms.ts';
import { encodeDer } from './der.ts';
import { derBits, derChildren, type DerElement, derOid, derSequence, derUnsigned } from '../../shared/encoding/der.ts';
import { encodeOid, encodeUnsigned, fixedLength } from './der.ts';
import { TAG } from '../../shared/encoding/der.ts';
import { octetsOf } from '../../shared/encoding/bytes.ts';
import { CURVES, type NamedCurve, OID, OTHER_KEYS } from './object-identifiers.ts';
import { unreadable } from './unreadable.ts';

/** The members that define the key (RFC 7518 §6, RFC 8037): `n` without leading zeros, `x` and `y` as long as the field. */
export type PublicMembers =
  | { kty: 'RSA'; n: string; e: string }
  | { kty: 'EC'; crv: EcCurve; x: string; y: string }
  | { kty: 'OKP'; crv: 'Ed25519'; x: string };

/** AlgorithmIdentifiers in DER, without which no public key of ours is ever written. */
export const RSA_ALGORITHM = Buffer.from('300d06092a864886f70d0101010500', 'hex');
export const ED25519_ALGORITHM = Buffer.from('300506032b6570', 'hex');

export const ecAlgorithm = (curveOid: string): Buffer =>
  encodeDer(TAG.sequence, encodeOid(OID.ec), encodeOid(curveOid));

/** The AlgorithmIdentifier of a key of this kind. */
export function publicAlgorithm(kind: RingKind): Buffer {
  const [oid] = Object.entries(CURVES).find(([, { curve }]) => curve === kind) ?? [];
  return oid === undefined ? (kind === 'RSA' ? RSA_ALGORITHM : ED25519_ALGORITHM) : ecAlgorithm(oid);
}

/** Throws KEY_UNSUPPORTED for kinds that no ring uses, KEY_UNREADABLE for what is no key, or no point of its curve. */
export function publicMembers(spki: Uint8Array): PublicMembers {
  const [algorithm, bits, ...more] = derSequence(spki) ?? [];
  const [identifier, parameters, ...others] = derChildren(algorithm);
  const [oid, key] = [derOid(identifier), derBits(bits)];
  if (oid === null || key === null || more.length > 0 || others.length > 0) {
    throw damaged();
  }
  switch (oid) {
    case OID.rsa:
      return rsaMembers(key, parameters);
    case OID.ec:
      return ecMembers(key, parameters);
    case OID.ed25519:
      return ed25519Members(key, parameters);
    default:
      throw new CustodianError('KEY_UNSUPPORTED', { kind: OTHER_KEYS[oid] ?? { code: 'algorithm', oid } });
  }
}

/** Equal keys have equal bytes: points uncompressed, parameters as their RFCs want them. Throws as `publicMembers`. */
export const canonicalSpki = (spki: Uint8Array): Buffer => encodeSpki(publicMembers(spki));

/** The same for a key that a library has opened. */
export const spkiOf = (key: KeyObject): Buffer => canonicalSpki(key.export({ format: 'der', type: 'spki' }));

/** The public key of a JWK, whatever else it holds; `null` when it is of another kind or its members are no numbers. */
export function spkiOfJwk({ kty, crv, n, e, x, y }: Readonly<Record<string, unknown>>): Buffer | null {
  const [modulus, exponent, first, second] = [n, e, x, y].map(memberOctets);
  const curve = Object.values(CURVES).find((each) => each.curve === crv);
  if (kty === 'RSA' && modulus && exponent) {
    return encodeSpki({ kty, n: text(modulus), e: text(exponent) });
  }
  if (kty === 'EC' && curve !== undefined && first && second) {
    const [long, high] = [first, second].map((each) => fixedLength(each, curve.octets));
    return long && high ? encodeSpki({ kty, crv: curve.curve, x: text(long), y: text(high) }) : null;
  }
  return kty === 'OKP' && crv === 'Ed25519' && first?.length === 32 ? encodeSpki({ kty, crv, x: text(first) }) : null;
}

/** base64url without padding (RFC 7515 §2), not empty; `null` otherwise. */
export const memberOctets = (member: unknown): Buffer | null =>
  typeof member === 'string' && /^[\w-]+$/.test(member) ? Buffer.from(member, 'base64url') : null;

export const rsaSpki = (n: bigint, e: bigint): Buffer => encodeSpki({ kty: 'RSA', n: base64url(n), e: base64url(e) });

function encodeSpki(members: PublicMembers): Buffer {
  switch (members.kty) {
    case 'RSA': {
      const numbers = [members.n, members.e].map((number) => encodeUnsigned(Buffer.from(number, 'base64url')));
      return bitStringSpki(RSA_ALGORITHM, encodeDer(TAG.sequence, ...numbers));
    }
    case 'EC': {
      const [oid = ''] = Object.entries(CURVES).find(([, { curve }]) => curve === members.crv) ?? [];
      const [x, y] = [Buffer.from(members.x, 'base64url'), Buffer.from(members.y, 'base64url')];
      return bitStringSpki(ecAlgorithm(oid), Buffer.concat([Buffer.of(UNCOMPRESSED), x, y]));
    }
    case 'OKP':
      return bitStringSpki(ED25519_ALGORITHM, Buffer.from(members.x, 'base64url'));
  }
}

/** A public key in any form: what it means is for `publicMembers` to say. */
export const bitStringSpki = (algorithm: Uint8Array, key: Uint8Array): Buffer =>
  encodeDer(TAG.sequence, algorithm, encodeDer(TAG.bitString, Buffer.of(0), key));

/** RFC 8017 §A.1.1; RFC 8017 §A.1 wants NULL as parameters, some writers leave it out. */
function rsaMembers(key: Uint8Array, parameters: DerElement | undefined): PublicMembers {
  const [n, e, ...more] = (derSequence(key) ?? []).map(derUnsigned);
  // oxlint-disable-next-line typescript/strict-boolean-expressions -- zero is as wrong as none
  if (!isNull(parameters) || !n || !e || more.length > 0) {
    throw damaged();
  }
  return { kty: 'RSA', n: base64url(n), e: base64url(e) };
}

export const isNull = (parameters: DerElement | undefined): boolean =>
  parameters === undefined || (parameters.tag === 0x05 && parameters.contents.length === 0);

const UNCOMPRESSED = 0x04;
const COMPRESSED = new Set([0x02, 0x03]);

/** SEC 1 §2.3.3, without the point at infinity and without the hybrid forms 06 and 07, which BoringSSL does not know. */
function ecMembers(key: Uint8Array, parameters: DerElement | undefined): PublicMembers {
  const oid = derOid(parameters);
  const curve = oid === null ? undefined : CURVES[oid];
  if (curve === undefined) {
    const kind: KeyKind = oid === null ? { code: 'explicit-curve' } : (OTHER_KEYS[oid] ?? { code: 'curve', oid });
    throw new CustodianError('KEY_UNSUPPORTED', { kind });
  }
  const point = uncompressed(key, curve);
  if (point === null) {
    throw notOnCurve();
  }
  const [x, y] = [point.subarray(1, 1 + curve.octets), point.subarray(1 + curve.octets)];
  const members = { kty: 'EC', crv: curve.curve, x: text(x), y: text(y) } as const;
  if (publicKeyFlaws(members).length > 0) {
    throw notOnCurve();
  }
  return members;
}

function uncompressed(key: Uint8Array, { octets, name }: NamedCurve): Uint8Array | null {
  const [form = 0] = key;
  if (form === UNCOMPRESSED && key.length === 1 + 2 * octets) {
    return key;
  }
  if (!COMPRESSED.has(form) || key.length !== 1 + octets) {
    return null;
  }
  try {
    const converted = ECDH.convertKey(Buffer.from(key), name, undefined, undefined, 'uncompressed');
    return typeof converted === 'string' ? null : converted;
  } catch {
    return null;
  }
}

function ed25519Members(key: Uint8Array, parameters: DerElement | undefined): PublicMembers {
  if (parameters !== undefined || key.length !== 32) {
    throw damaged();
  }
  return { kty: 'OKP', crv: 'Ed25519', x: text(key) };
}

const text = (octets: Uint8Array): string => Buffer.from(octets).toString('base64url');

const base64url = (number: bigint): string => text(octetsOf(number));

const damaged = (): CustodianError => unreadable({ code: 'flawed', flaw: 'malformed' });
const notOnCurve = (): CustodianError => unreadable({ code: 'flawed', flaw: 'not-on-curve' });

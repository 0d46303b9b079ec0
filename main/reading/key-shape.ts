// Says what a DER file is, from its structure alone: a private key and of which kind, an encrypted one, or something
// else that people mistake for one. A private key comes out as plain PKCS#8 in one normal form, so that OpenSSL and
// BoringSSL, which differ in what they forgive, are only ever shown the same bytes. It never throws.
import { named } from './kind-of.ts';
import {
  derBits,
  derChildren,
  type DerElement,
  derElements,
  derOid,
  derSequence,
  derUnsigned,
  TAG,
} from '../../shared/encoding/der.ts';
import { ecShape } from './ec-shape.ts';
import { foreignDer } from './foreign-der.ts';
import { OID, OTHER_KEYS } from '../encoding/object-identifiers.ts';
import { bitStringSpki, isNull, publicAlgorithm } from '../encoding/public-parts.ts';
import type { Container, KeyShape } from './private-shape.ts';
import { ed25519Shape } from './ed25519-shape.ts';
import { pssShape } from './pss-shape.ts';
import { rsaShape } from './rsa-shape.ts';
import { DAMAGED } from '../encoding/unreadable.ts';

const damaged: KeyShape = { form: 'foreign', problem: DAMAGED };

/** `curve`: what a block of parameters before this one names, for keys that do not name their own. */
export function keyShape(der: Uint8Array, curve: DerElement | null = null): KeyShape {
  const parts = derSequence(der);
  if (parts === null) {
    return { form: 'foreign', problem: { code: 'neither-pem-nor-der' } };
  }
  const starts = (...wanted: number[]): boolean => wanted.every((tag, index) => parts[index]?.tag === tag);
  const { integer, sequence, octetString } = TAG;

  if (starts(integer, sequence, octetString)) {
    return pkcs8(parts);
  }
  if (starts(integer, octetString)) {
    return ecShape(parts, { outside: null, beside: curve }, 'SEC1');
  }
  if (starts(integer, integer, integer, integer, integer, integer)) {
    return parts.length === 6 ? { form: 'unsupported', kind: named('DSA') } : pkcs1(parts, der, 'PKCS#1');
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

/** RFC 5208, RFC 5958: version, algorithm, key, optional attributes [0] and, in version 1 alone, a public key [1]. */
function pkcs8([version, algorithm, key, ...optional]: readonly DerElement[]): KeyShape {
  const [identifier, parameters, ...others] = derElements(algorithm?.contents ?? new Uint8Array()) ?? [];
  const oid = derOid(identifier);
  const [attributes, publicKey, ...more] = optional[0]?.tag === TAG.context0 ? optional : [undefined, ...optional];
  const isWhole =
    (attributes === undefined || derElements(attributes.contents) !== null) &&
    (publicKey === undefined || publicHalf(publicKey) !== null);
  const number = derUnsigned(version);
  const fits = number === 0n ? publicKey === undefined : number === 1n;
  if (oid === null || key === undefined || others.length > 0 || more.length > 0 || !isWhole || !fits) {
    return damaged;
  }
  const shape = keyInside(oid, parameters, key.contents);
  const claimed = publicHalf(publicKey);
  return shape.form === 'private' && claimed !== null
    ? { ...shape, claims: [...shape.claims, bitStringSpki(publicAlgorithm(shape.kind), claimed)] }
    : shape;
}

/** [1] IMPLICIT BIT STRING; some writers put the BIT STRING inside. */
function publicHalf(element: DerElement | undefined): Uint8Array | null {
  const [inside, ...more] = derChildren(element, TAG.context1);
  return derBits(element, TAG.implicit1) ?? (more.length === 0 ? derBits(inside) : null);
}

function keyInside(oid: string, parameters: DerElement | undefined, key: Uint8Array): KeyShape {
  switch (oid) {
    case OID.rsa:
      return isNull(parameters) ? pkcs1(derSequence(key) ?? [], key, 'PKCS#8') : damaged;
    case OID.pss:
      return pssShape(parameters, pkcs1(derSequence(key) ?? [], key, 'PKCS#8'));
    case OID.ec:
      return ecShape(derSequence(key) ?? [], { outside: parameters ?? null, beside: null }, 'PKCS#8');
    case OID.ed25519:
      return parameters === undefined ? ed25519(key) : damaged;
    default:
      return { form: 'unsupported', kind: OTHER_KEYS[oid] ?? { code: 'algorithm', oid } };
  }
}

/**
 * RFC 8017 §A.1.2: version, n, e, d, p, q, dP, dQ, qInv; version 1 means more than two primes. The reader takes numbers in
 * their one form alone, so the octets of the file are those that would be made from its numbers.
 */
function pkcs1(parts: readonly DerElement[], der: Uint8Array, container: Container): KeyShape {
  const [version, n, e, d, p, q, dp, dq, qi] = parts.map(derUnsigned);
  if (version === 1n) {
    return { form: 'unsupported', kind: { code: 'many-primes' } };
  }
  // oxlint-disable-next-line typescript/strict-boolean-expressions -- of these three, zero is as wrong as none
  if (version !== 0n || parts.length !== 9 || !n || !e || !d || isMissing(p, q, dp, dq, qi)) {
    return damaged;
  }
  return rsaShape({ n, e, d, p: p ?? 0n, q: q ?? 0n, dp: dp ?? 0n, dq: dq ?? 0n, qi: qi ?? 0n }, container, der);
}

const isMissing = (...numbers: readonly (bigint | null | undefined)[]): boolean =>
  numbers.some((number) => typeof number !== 'bigint');

/** RFC 8410 §7: the seed as an OCTET STRING inside the OCTET STRING. */
function ed25519(key: Uint8Array): KeyShape {
  const [seed, ...more] = derElements(key) ?? [];
  return seed?.tag === TAG.octetString && more.length === 0
    ? ed25519Shape({ seed: seed.contents, publicHalf: null }, 'PKCS#8')
    : damaged;
}

// Says what a DER file is, from its structure alone: a private key and of which kind, an encrypted one, or something
// else that people mistake for one. A private key comes out as plain PKCS#8 in one normal form, so that OpenSSL and
// BoringSSL, which differ in what they forgive, are only ever shown the same bytes. It never throws.
import { encodeDer } from '../encoding/der.ts';
import {
  derBits,
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
import { bitStringSpki, ED25519_ALGORITHM, isNull, RSA_ALGORITHM } from '../encoding/public-parts.ts';
import type { Container, KeyShape } from './private-shape.ts';
import { rsaBits } from './rsa-strength.ts';
import { DAMAGED } from '../encoding/unreadable.ts';
import { erasing } from '../ports/secret.ts';

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
    return ecShape(parts, null, 'SEC1');
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

/** RFC 5208, RFC 5958: version, algorithm, key, optional attributes [0] and, in version 1 alone, a public key [1]. */
function pkcs8([version, algorithm, key, ...optional]: readonly DerElement[]): KeyShape {
  const [identifier, parameters, ...others] = derElements(algorithm?.contents ?? new Uint8Array()) ?? [];
  const oid = derOid(identifier);
  const [attributes, publicKey, ...more] = optional[0]?.tag === TAG.context0 ? optional : [undefined, ...optional];
  const isWhole =
    (attributes === undefined || derElements(attributes.contents) !== null) &&
    (publicKey === undefined || derBits(publicKey, TAG.implicit1) !== null);
  const number = derUnsigned(version);
  const fits = number === 0n ? publicKey === undefined : number === 1n;
  if (oid === null || key === undefined || others.length > 0 || more.length > 0 || !isWhole || !fits) {
    return damaged;
  }
  const shape = keyInside(oid, parameters, key.contents);
  const claimed = derBits(publicKey, TAG.implicit1);
  return shape.form === 'private' && claimed !== null && algorithm !== undefined
    ? { ...shape, claims: [...shape.claims, bitStringSpki(encodeDer(algorithm.tag, algorithm.contents), claimed)] }
    : shape;
}

function keyInside(oid: string, parameters: DerElement | undefined, key: Uint8Array): KeyShape {
  switch (oid) {
    case OID.rsa:
      return isNull(parameters) ? pkcs1(derSequence(key) ?? [], key, 'PKCS#8') : damaged;
    case OID.ec:
      return ecShape(derSequence(key) ?? [], parameters ?? null, 'PKCS#8');
    case OID.ed25519:
      return parameters === undefined ? ed25519(key) : damaged;
    default:
      return { form: 'unsupported', kind: OTHER_KEYS[oid] ?? `with the algorithm ${oid}` };
  }
}

/**
 * RFC 8017 §A.1.2: version, n, e, d, p, q, dP, dQ, qInv; version 1 means more than two primes. The reader takes numbers in
 * their one form alone, so the octets of the file are those that would be made from its numbers.
 */
function pkcs1(parts: readonly DerElement[], der: Uint8Array, container: Container): KeyShape {
  const [version, n, e, d, p, q, dp, dq, qi] = parts.map(derUnsigned);
  if (version === 1n) {
    return { form: 'unsupported', kind: 'RSA with more than two primes' };
  }
  // oxlint-disable-next-line typescript/strict-boolean-expressions -- zero is as wrong as none
  if (version !== 0n || parts.length !== 9 || !n || !e || !d || !p || !q || !dp || !dq || !qi) {
    return damaged;
  }
  // BoringSSL opens neither of these two; larger keys and exponents bring no security that tokens could use.
  const tooLarge =
    rsaBits(n) > 8192 ? `RSA ${rsaBits(n)}` : e > 0xffff_ffffn ? 'RSA with a large public exponent' : null;
  if (tooLarge !== null) {
    return { form: 'unsupported', kind: tooLarge };
  }
  return {
    form: 'private',
    container,
    kind: 'RSA',
    pkcs8: plainPkcs8(RSA_ALGORITHM, der),
    rsa: { n, e, d, p, q, dp, dq, qi },
    outOfRange: false,
    claims: [],
  };
}

/** RFC 8410 §7: the seed as an OCTET STRING inside the OCTET STRING. */
function ed25519(key: Uint8Array): KeyShape {
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
    outOfRange: false,
    claims: [],
  };
}

function plainPkcs8(algorithm: Uint8Array, key: Uint8Array): Buffer {
  using inner = erasing(encodeDer(TAG.octetString, key));
  return encodeDer(TAG.sequence, encodeDer(TAG.integer, Buffer.of(0)), algorithm, inner);
}

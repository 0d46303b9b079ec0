// Whether a key of a set is the material of one of ours, however it is spelt: with leading zeros, padding, in the other
// alphabet of Base64, or as a certificate alone. Numbers are compared, not their texts.
import { derBits, type DerElement, TAG } from '../../encoding/der.ts';
import { leadingBerElements } from '../../encoding/ber.ts';
import { EMPTY, fromBase64, sameOctets, significant } from '../../encoding/bytes.ts';
import type { PublicJwk } from './key.ts';

type Jwk = Readonly<Record<string, unknown>>;

export function isSameMaterial(ours: PublicJwk, found: Jwk): boolean {
  // The kind is not asked: a modulus is no coordinate, and both are too long to meet by chance.
  const named = ours.kty === 'RSA' ? found['n'] : found['x'];
  if (named === undefined) {
    // A key without numbers of its own is the key of its certificate.
    return certificateHolds({ ...ours }, found['x5c']);
  }
  return ours.kty === 'RSA'
    ? sameNumber(named, ours.n) && sameNumber(found['e'], ours.e)
    : // A point and its negative have one x and one private key.
      sameNumber(named, ours.x);
}

const sameNumber = (a: unknown, b: string): boolean => {
  const left = numberIn(a);
  return left !== null && sameOctets(left, numberIn(b) ?? EMPTY);
};

/** Big-endian without leading zeros; `null` for no text and for zero. */
function numberIn(text: unknown): Uint8Array | null {
  const octets = typeof text === 'string' ? significant(fromBase64(text)) : EMPTY;
  return octets.length === 0 ? null : octets;
}

/** The number by which a key is found in its certificate; `null` where it has none. */
export const numbersOf = (key: Jwk): Uint8Array | null => numberIn(key['kty'] === 'RSA' ? key['n'] : key['x']);

/** Whether the first certificate is of this key. */
export function certificateHolds(key: Jwk, x5c: unknown): boolean {
  const first: unknown = Array.isArray(x5c) ? x5c[0] : x5c;
  const number = numbersOf(key);
  const held = typeof first === 'string' ? publicKeyIn(fromBase64(first)) : null;
  if (number === null || held === null) {
    return false;
  }
  if (key['kty'] === 'RSA') {
    const [n, e] = inside(leadingBerElements(held)[0]);
    return holdsNumber(n, number) && holdsNumber(e, numberIn(key['e']) ?? EMPTY);
  }
  // A point is written with a first octet that says how (SEC 1 §2.3.3); its x may have lost zeros here.
  const x = key['kty'] === 'EC' ? held.subarray(1, 1 + Math.floor(held.length / (held[0] === 4 ? 2 : 1))) : held;
  return sameOctets(significant(x), number);
}

/** The BIT STRING of the SubjectPublicKeyInfo of a certificate (RFC 5280 §4.1); `null` when it is none. */
function publicKeyIn(certificate: Uint8Array): Uint8Array | null {
  const [version, ...rest] = inside(inside(leadingBerElements(certificate)[0])[0]);
  // Serial number, signature, issuer, validity and subject go before; a certificate of version 1 does not say so.
  const [, bits] = inside((version?.tag === TAG.context0 ? rest : [version, ...rest])[5]);
  return derBits(bits);
}

const inside = (element: DerElement | undefined): DerElement[] =>
  element?.tag === TAG.sequence ? leadingBerElements(element.contents) : [];

const holdsNumber = (element: DerElement | undefined, number: Uint8Array): boolean =>
  element?.tag === TAG.integer && sameOctets(significant(element.contents), number);

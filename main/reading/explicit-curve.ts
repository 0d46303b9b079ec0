// EC parameters written out in full (RFC 3279 §2.3.5, SEC 1 §C.2) instead of by the name of a curve. They are taken as that
// curve when every number is its own, the base point included: with another one anybody could make a key to a public key.
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { derChildren, type DerElement, derElements, derOid, derUnsigned, TAG } from '../../shared/encoding/der.ts';
import { unsigned } from '../../shared/encoding/bytes.ts';
import type { EcCurve } from '../../shared/domain/algorithms.ts';
import { CURVES } from '../encoding/object-identifiers.ts';

const OID_PRIME_FIELD = '1.2.840.10045.1.1';

const NUMBERS = { 'P-256': p256, 'P-384': p384, 'P-521': p521 } as const satisfies Record<EcCurve, unknown>;

/** The object identifier of the curve whose parameters these are; `null` when they are of no curve that rings use. */
export function namedCurveOf(parameters: DerElement): string | null {
  const [version, field, curve, base, order, cofactor, ...more] = derElements(parameters.contents) ?? [];
  const [fieldType, prime] = derChildren(field);
  const [a, b] = derChildren(curve);
  const isWhole =
    derUnsigned(version) !== null &&
    derOid(fieldType) === OID_PRIME_FIELD &&
    [a, b, base].every((element) => element?.tag === TAG.octetString) &&
    (cofactor === undefined || derUnsigned(cofactor) === 1n) &&
    more.length === 0;
  if (!isWhole || a === undefined || b === undefined || base === undefined) {
    return null;
  }
  const found = Object.entries(CURVES).find(([, named]) => {
    const { Point } = NUMBERS[named.curve];
    const wanted = Point.CURVE();
    return (
      derUnsigned(prime) === wanted.p &&
      unsigned(a.contents) === wanted.a &&
      unsigned(b.contents) === wanted.b &&
      derUnsigned(order) === wanted.n &&
      isPoint(base.contents, named.octets, wanted)
    );
  });
  return found?.[0] ?? null;
}

/** SEC 1 §2.3.3: uncompressed, compressed or both at once. */
function isPoint(octets: Uint8Array, size: number, { Gx, Gy }: { Gx: bigint; Gy: bigint }): boolean {
  const [form = 0] = octets;
  const hasY = octets.length === 1 + 2 * size;
  if (!hasY && octets.length !== 1 + size) {
    return false;
  }
  const parity = Number(Gy % 2n);
  const forms = hasY ? [4, 6 + parity] : [2 + parity];
  return (
    forms.includes(form) &&
    unsigned(octets.subarray(1, 1 + size)) === Gx &&
    (!hasY || unsigned(octets.subarray(1 + size)) === Gy)
  );
}

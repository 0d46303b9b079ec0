// The private key of a curve (RFC 5915), by itself or inside PKCS#8, in the one normal form.
import { encodeDer, fixedLength } from '../encoding/der.ts';
import { derBits, type DerElement, derElements, derOid, derUnsigned, TAG } from '../../shared/encoding/der.ts';
import type { Container, KeyShape } from './private-shape.ts';
import { CURVES, OTHER_KEYS } from '../encoding/object-identifiers.ts';
import { bitStringSpki, ecAlgorithm } from '../encoding/public-parts.ts';
import { DAMAGED } from '../encoding/unreadable.ts';
import { erasing } from '../ports/secret.ts';

const damaged: KeyShape = { form: 'foreign', problem: DAMAGED };

/** Version 1, private number, [0] parameters, [1] public key. Inside PKCS#8 the parameters stand `outside`. */
export function ecShape(
  [version, secret, ...optional]: readonly DerElement[],
  outside: DerElement | null,
  container: Container,
): KeyShape {
  const [inside, point, ...more] = optional[0]?.tag === TAG.context0 ? optional : [undefined, ...optional];
  const [named, ...others] = tagged(inside, TAG.context0);
  const [bits, ...behind] = tagged(point, TAG.context1);
  const isWhole =
    derUnsigned(version) === 1n &&
    secret?.tag === TAG.octetString &&
    [...more, ...others, ...behind].length === 0 &&
    (inside === undefined || named !== undefined) &&
    (point === undefined || derBits(bits) !== null);
  if (!isWhole) {
    return damaged;
  }
  const parameters = outside ?? named;
  if (parameters === undefined) {
    return { form: 'foreign', problem: 'it does not say on which curve the key lies' };
  }
  if (parameters.tag === TAG.sequence) {
    return { form: 'unsupported', kind: 'EC with explicit curve parameters' };
  }
  const oid = derOid(parameters);
  if (oid === null) {
    return damaged;
  }
  if (named !== undefined && derOid(named) !== oid) {
    return { form: 'foreign', problem: 'it names two different curves' };
  }
  return CURVES[oid] === undefined
    ? { form: 'unsupported', kind: OTHER_KEYS[oid] ?? `EC on the curve ${oid}` }
    : privateShape(oid, secret.contents, derBits(bits), container);
}

function privateShape(oid: string, secret: Uint8Array, point: Uint8Array | null, container: Container): KeyShape {
  const curve = CURVES[oid];
  using scalar = erasing(curve === undefined ? null : fixedLength(secret, curve.octets));
  if (curve === undefined || scalar === null) {
    return damaged;
  }
  const algorithm = ecAlgorithm(oid);
  const one = encodeDer(TAG.integer, Buffer.of(1));
  using key = erasing(encodeDer(TAG.sequence, one, encodeDer(TAG.octetString, scalar)));
  using inner = erasing(encodeDer(TAG.octetString, key));
  const outOfRange = scalar.every((octet) => octet === 0) || Buffer.compare(scalar, curve.order) >= 0;
  const pkcs8 = encodeDer(TAG.sequence, encodeDer(TAG.integer, Buffer.of(0)), algorithm, inner);
  const claims = point === null ? [] : [bitStringSpki(algorithm, point)];
  return { form: 'private', container, kind: curve.curve, pkcs8, rsa: null, outOfRange, claims };
}

const tagged = (element: DerElement | undefined, tag: number): DerElement[] =>
  element?.tag === tag ? (derElements(element.contents) ?? []) : [];

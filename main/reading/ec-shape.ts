// The private key of a curve (RFC 5915), by itself or inside PKCS#8, in the one normal form.
import { encodeDer, fixedLength } from '../encoding/der.ts';
import { derBits, type DerElement, derElements, derOid, derUnsigned, TAG } from '../../shared/encoding/der.ts';
import type { Repair } from '../../shared/domain/reading/notes.ts';
import { namedCurveOf } from './explicit-curve.ts';
import { plainPkcs8 } from './plain-pkcs8.ts';
import type { Container, KeyShape } from './private-shape.ts';
import { CURVES, OTHER_KEYS } from '../encoding/object-identifiers.ts';
import { bitStringSpki, ecAlgorithm } from '../encoding/public-parts.ts';
import { DAMAGED } from '../encoding/unreadable.ts';
import { erasing } from '../ports/secret.ts';

const damaged: KeyShape = { form: 'foreign', problem: DAMAGED };

export interface CurveElsewhere {
  /** Inside PKCS#8 the parameters stand beside the key. */
  outside: DerElement | null;
  /** What a block of its own before the key names. */
  beside: DerElement | null;
}

/** Version 1, private number, [0] parameters, [1] public key. */
export function ecShape(
  [version, secret, ...optional]: readonly DerElement[],
  { outside, beside }: CurveElsewhere,
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
  const parameters = outside ?? named ?? beside;
  if (!parameters) {
    return { form: 'foreign', problem: { code: 'no-curve' } };
  }
  const isExplicit = parameters.tag === TAG.sequence;
  const oid = curveOf(parameters);
  if (oid === null) {
    return isExplicit ? { form: 'unsupported', kind: { code: 'explicit-curve' } } : damaged;
  }
  if (named !== undefined && curveOf(named) !== oid) {
    return { form: 'foreign', problem: { code: 'two-curves' } };
  }
  if (CURVES[oid] === undefined) {
    return { form: 'unsupported', kind: OTHER_KEYS[oid] ?? { code: 'curve', oid } };
  }
  const repairs: Repair[] = [];
  if (isExplicit) {
    repairs.push('explicit-curve');
  }
  if (parameters === beside) {
    repairs.push('curve-of-block');
  }
  return ecPrivateShape(oid, { secret: secret.contents, point: derBits(bits) }, container, repairs);
}

const curveOf = (parameters: DerElement): string | null =>
  parameters.tag === TAG.sequence ? namedCurveOf(parameters) : derOid(parameters);

export interface EcHalves {
  secret: Uint8Array;
  /** The public point as the file has it; `null` without one. */
  point: Uint8Array | null;
}

/** `oid` names a curve that rings use. */

export function ecPrivateShape(
  oid: string,
  { secret, point }: EcHalves,
  container: Container,
  repairs: readonly Repair[] = [],
): KeyShape {
  const curve = CURVES[oid];
  using scalar = erasing(curve === undefined ? null : fixedLength(secret, curve.octets));
  if (curve === undefined || scalar === null) {
    return damaged;
  }
  const algorithm = ecAlgorithm(oid);
  const one = encodeDer(TAG.integer, Buffer.of(1));
  using key = erasing(encodeDer(TAG.sequence, one, encodeDer(TAG.octetString, scalar)));
  const outOfRange = scalar.every((octet) => octet === 0) || Buffer.compare(scalar, curve.order) >= 0;
  const pkcs8 = plainPkcs8(algorithm, key);
  const claims = point === null ? [] : [bitStringSpki(algorithm, point)];
  return { form: 'private', container, kind: curve.curve, only: null, pkcs8, rsa: null, outOfRange, claims, repairs };
}

const tagged = (element: DerElement | undefined, tag: number): DerElement[] =>
  element?.tag === tag ? (derElements(element.contents) ?? []) : [];

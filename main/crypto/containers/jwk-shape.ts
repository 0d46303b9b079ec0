// A private JWK (RFC 7517, RFC 7518 §6, RFC 8037) in the same normal form as every other private key. Its members go into
// DER by our own hand, so that one place judges all keys and both crypto libraries see the same octets.
import type { KeyKind } from '../../../shared/domain/reading/schemes.ts';
import { encodeDer, encodeOid, encodeUnsigned } from '../../encoding/der.ts';
import { TAG } from '../../../shared/encoding/der.ts';
import { keyShape } from '../key-shape.ts';
import type { KeyShape } from '../private-shape.ts';
import { CURVES, OID } from '../object-identifiers.ts';
import { memberOctets as octets } from '../public-parts.ts';
import { DAMAGED } from '../unreadable.ts';
import type { DeclaredUse } from './found-key.ts';

export type Jwk = Readonly<Record<string, unknown>>;

const damaged: KeyShape = { form: 'foreign', problem: DAMAGED };
const publicOnly: KeyShape = { form: 'foreign', problem: { code: 'public-key' } };

/** Whether the JWK holds something that must stay secret. */
export const isPrivateJwk = ({ d, k }: Jwk): boolean => d !== undefined || k !== undefined;

export function jwkShape(jwk: Jwk): KeyShape {
  if (!isPrivateJwk(jwk)) {
    return publicOnly;
  }
  switch (jwk['kty']) {
    case 'RSA':
      return rsaShape(jwk);
    case 'EC':
      return ecShape(jwk);
    case 'OKP':
      return okpShape(jwk);
    case 'oct':
      return { form: 'unsupported', kind: { code: 'symmetric' } };
    default:
      return { form: 'unsupported', kind: { code: 'unknown-jwk' } };
  }
}

/** RFC 7517 §4.2–4.4: a key that is marked for something else than signing is left to that. */
export function declaredUse({ use, key_ops: operations, alg }: Jwk): DeclaredUse {
  const forSigning = use === undefined || use === 'sig';
  const maySign = !Array.isArray(operations) || operations.includes('sign');
  return { alg: typeof alg === 'string' ? alg : null, signs: forSigning && maySign };
}

function rsaShape(jwk: Jwk): KeyShape {
  if (jwk['oth'] !== undefined) {
    return { form: 'unsupported', kind: { code: 'many-primes' } };
  }
  if (jwk['p'] === undefined && jwk['q'] === undefined) {
    return { form: 'unsupported', kind: { code: 'no-primes' } };
  }
  const numbers = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'].map((name) => octets(jwk[name]));
  const complete = numbers.filter((number) => number !== null);
  const integers = complete.map(encodeUnsigned);
  const shape =
    complete.length < numbers.length
      ? damaged
      : relabelled(encodeDer(TAG.sequence, encodeUnsigned(Buffer.of(0)), ...integers));
  wipe([...complete, ...integers]);
  return shape;
}

function ecShape(jwk: Jwk): KeyShape {
  const [oid, named] = Object.entries(CURVES).find(([, { curve }]) => curve === jwk['crv']) ?? [];
  if (oid === undefined || named === undefined) {
    return { form: 'unsupported', kind: otherCurve(jwk['crv'], true) };
  }
  const [d, x, y] = [octets(jwk['d']), octets(jwk['x']), octets(jwk['y'])];
  if (d === null || x?.length !== named.octets || y?.length !== named.octets) {
    return damaged;
  }
  const point = encodeDer(TAG.bitString, Buffer.of(0, 4), x, y);
  const der = encodeDer(
    TAG.sequence,
    encodeUnsigned(Buffer.of(1)),
    encodeDer(TAG.octetString, d),
    encodeDer(TAG.context0, encodeOid(oid)),
    encodeDer(TAG.context1, point),
  );
  d.fill(0);
  return relabelled(der);
}

function okpShape(jwk: Jwk): KeyShape {
  if (jwk['crv'] !== 'Ed25519') {
    return { form: 'unsupported', kind: otherCurve(jwk['crv'], false) };
  }
  const [d, x] = [octets(jwk['d']), octets(jwk['x'])];
  if (d === null || x === null) {
    return damaged;
  }
  // PKCS#8 with the public half beside the private one (RFC 5958), so that it is compared.
  const seed = encodeDer(TAG.octetString, encodeDer(TAG.octetString, d));
  const algorithm = encodeDer(TAG.sequence, encodeOid(OID.ed25519));
  const der = encodeDer(
    TAG.sequence,
    encodeUnsigned(Buffer.of(1)),
    algorithm,
    seed,
    encodeDer(TAG.implicit1, Buffer.of(0), x),
  );
  wipe([d, seed]);
  return relabelled(der);
}

/** Overwrites the DER that it judges. */
function relabelled(der: Buffer): KeyShape {
  const shape = keyShape(der);
  der.fill(0);
  return shape.form === 'private' ? { ...shape, container: 'JWK' } : shape;
}

const otherCurve = (curve: unknown, ec: boolean): KeyKind =>
  typeof curve === 'string' && /^[\w-]{1,20}$/.test(curve)
    ? { code: 'named', name: ec ? `EC ${curve}` : curve }
    : { code: 'unknown-curve', ec };

const wipe = (buffers: readonly Buffer[]): void => buffers.forEach((buffer) => buffer.fill(0));

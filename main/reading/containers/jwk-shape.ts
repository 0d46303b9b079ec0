// A private JWK (RFC 7517, RFC 7518 §6, RFC 8037) in the same normal form as every other private key. Its members go into
// DER by our own hand, so that one place judges all keys and both crypto libraries see the same octets.
import type { KeyKind } from '../../../shared/domain/reading/schemes.ts';
import { encodeDer, encodeOid, encodeUnsigned } from '../../encoding/der.ts';
import { TAG } from '../../../shared/encoding/der.ts';
import { keyShape } from '../key-shape.ts';
import type { KeyShape } from '../private-shape.ts';
import { CURVES, OID } from '../../encoding/object-identifiers.ts';
import { memberOctets as octets } from '../../encoding/public-parts.ts';
import { DAMAGED } from '../../encoding/unreadable.ts';
import type { DeclaredUse } from './found-key.ts';
import { erasing } from '../../ports/secret.ts';

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
  using d = erasing(octets(jwk['d']));
  const [x, y] = [octets(jwk['x']), octets(jwk['y'])];
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
  return relabelled(der);
}

function okpShape(jwk: Jwk): KeyShape {
  if (jwk['crv'] !== 'Ed25519') {
    return { form: 'unsupported', kind: otherCurve(jwk['crv'], false) };
  }
  using d = erasing(octets(jwk['d']));
  const x = octets(jwk['x']);
  if (d === null || x === null) {
    return damaged;
  }
  // PKCS#8 with the public key beside the private one (RFC 5958), so that it is compared.
  using inner = erasing(encodeDer(TAG.octetString, d));
  using seed = erasing(encodeDer(TAG.octetString, inner));
  const algorithm = encodeDer(TAG.sequence, encodeOid(OID.ed25519));
  const der = encodeDer(
    TAG.sequence,
    encodeUnsigned(Buffer.of(1)),
    algorithm,
    seed,
    encodeDer(TAG.implicit1, Buffer.of(0), x),
  );
  return relabelled(der);
}

/** Overwrites the DER that it judges. */
function relabelled(given: Buffer): KeyShape {
  using der = erasing(given);
  const shape = keyShape(der);
  return shape.form === 'private' ? { ...shape, container: 'JWK' } : shape;
}

const otherCurve = (curve: unknown, ec: boolean): KeyKind =>
  typeof curve === 'string' && /^[\w-]{1,20}$/.test(curve)
    ? { code: 'named', name: ec ? `EC ${curve}` : curve }
    : { code: 'unknown-curve', ec };

const wipe = (buffers: readonly Buffer[]): void => buffers.forEach((buffer) => buffer.fill(0));

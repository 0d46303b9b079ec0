// A private JWK (RFC 7517, RFC 7518 §6, RFC 8037) in the same normal form as every other private key. Its members go into
// DER by our own hand, so that one place judges all keys and both crypto libraries see the same octets.
import type { KeyKind } from '../../../shared/domain/reading/schemes.ts';
import type { KeyFileProblem } from '../../../shared/problems/key-file.ts';
import { unsigned } from '../../../shared/encoding/bytes.ts';
import { fixedLength } from '../../encoding/der.ts';
import { CURVES } from '../../encoding/object-identifiers.ts';
import { DAMAGED } from '../../encoding/unreadable.ts';
import { ecPrivateShape } from '../ec-shape.ts';
import { ed25519Shape } from '../ed25519-shape.ts';
import type { KeyShape } from '../private-shape.ts';
import { rsaShape } from '../rsa-shape.ts';
import type { DeclaredUse } from './found-key.ts';
import { isPrivateJwk, isThere, type Jwk, type Members, membersOf } from './jwk-members.ts';

const foreign = (problem: KeyFileProblem): KeyShape => ({ form: 'foreign', problem });

export function jwkShape(jwk: Jwk): KeyShape {
  if (!isPrivateJwk(jwk)) {
    return foreign({ code: 'public-key' });
  }
  using members = membersOf(jwk);
  const shape = shapeOf(jwk, members);
  const problem = members.problem();
  if (problem !== null) {
    if (shape.form === 'private') {
      shape.pkcs8.fill(0);
    }
    return foreign(problem);
  }
  return shape.form === 'private' ? { ...shape, repairs: [...members.repairs, ...shape.repairs] } : shape;
}

function shapeOf(jwk: Jwk, members: Members): KeyShape {
  switch (jwk['kty']) {
    case 'RSA':
      return isThere(jwk['oth']) ? { form: 'unsupported', kind: { code: 'many-primes' } } : rsaKey(members);
    case 'EC':
      return ecKey(jwk['crv'], members);
    case 'OKP':
      return okpKey(jwk['crv'], members);
    case 'oct':
      return { form: 'unsupported', kind: { code: 'symmetric' } };
    default:
      return isThere(jwk['kty'])
        ? { form: 'unsupported', kind: { code: 'unknown-jwk' } }
        : foreign({ code: 'member-missing', member: 'kty' });
  }
}

/** RFC 7517 §4.2–4.4: a key that is marked for something else than signing is left to that. */
export function declaredUse({ use, key_ops: operations, alg }: Jwk): DeclaredUse {
  const forSigning = !isThere(use) || use === 'sig';
  const maySign = !Array.isArray(operations) || operations.includes('sign');
  return { alg: typeof alg === 'string' && alg !== '' ? alg : null, signs: forSigning && maySign };
}

/** The private exponent says everything; what follows from it may be left out. */
function rsaKey(members: Members): KeyShape {
  const [n, e, d, ...others] = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'].map((name) => members.octets(name));
  const missing = [n, e, d].findIndex((number) => !number);
  if (!n || !e || !d) {
    return foreign({ code: 'member-missing', member: ['n', 'e', 'd'][missing] ?? '' });
  }
  const [p = 0n, q = 0n, dp = 0n, dq = 0n, qi = 0n] = others.map((number) => (number ? unsigned(number) : 0n));
  return rsaShape({ n: unsigned(n), e: unsigned(e), d: unsigned(d), p, q, dp, dq, qi }, 'other');
}

function ecKey(crv: unknown, members: Members): KeyShape {
  const [oid, named] = Object.entries(CURVES).find(([, { curve }]) => curve === crv) ?? [];
  if (oid === undefined || named === undefined) {
    return { form: 'unsupported', kind: otherCurve(crv, true) };
  }
  const [d, x, y] = ['d', 'x', 'y'].map((name) => members.octets(name));
  // Without its point, nothing would tell a damaged private number from a right one.
  if (!d || !x || !y) {
    return foreign({ code: 'member-missing', member: d ? (x ? 'y' : 'x') : 'd' });
  }
  const [wide, high] = [x, y].map((coordinate) => fixedLength(coordinate, named.octets));
  if (!wide || !high) {
    return foreign(DAMAGED);
  }
  const isUsual = [d, x, y].every((number) => number.length === named.octets);
  const point = Buffer.concat([Buffer.of(4), wide, high]);
  return ecPrivateShape(oid, { secret: d, point }, 'other', isUsual ? [] : ['coordinate-length']);
}

function okpKey(crv: unknown, members: Members): KeyShape {
  if (crv !== 'Ed25519') {
    return { form: 'unsupported', kind: otherCurve(crv, false) };
  }
  const [d, x] = ['d', 'x'].map((name) => members.octets(name));
  return d && x
    ? ed25519Shape({ seed: d, publicHalf: x }, 'other')
    : foreign({ code: 'member-missing', member: d ? 'x' : 'd' });
}

const otherCurve = (curve: unknown, ec: boolean): KeyKind =>
  typeof curve === 'string' && /^[\w-]{1,20}$/.test(curve)
    ? { code: 'named', name: ec ? `EC ${curve}` : curve }
    : { code: 'unknown-curve', ec };

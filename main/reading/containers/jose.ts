// JOSE documents: JWKs and sets of them, signed tokens (decoded, never verified), encrypted ones (their header, and with the
// passphrase the keys inside).
import type { FileFormat } from '../../../shared/domain/reading/schemes.ts';
import type { FoundPart } from '../../../shared/domain/reading/inspection.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { spkiOfJwk } from '../../encoding/public-parts.ts';
import { unreadable } from '../../encoding/unreadable.ts';
import { erasing } from '../../ports/secret.ts';
import { certificatePiece, type Contents, contents, keyPiece, partPiece, type Piece } from '../contents.ts';
import {
  clipped,
  type Facts,
  factsOf,
  format,
  type Looking,
  MAX_LISTED,
  MAX_PARTS,
  part,
  reasonOf,
  type Warned,
  warningsOf,
} from '../inspect/finding.ts';
import { membersPart, shown } from '../inspect/members-part.ts';
import { publicKeyFacts } from '../inspect/public-key-facts.ts';
import { openJwe } from '../protection/jwe.ts';
import type { Unlocking } from '../protection/unlock.ts';
import { printableName, tooManyKeys } from './found-key.ts';
import { type JoseDocument, joseDocument, jsonObject } from './jose-document.ts';
import { certificatesOf, certificateWarnings } from './jwk-certificates.ts';
import { isPrivateJwk, type Jwk, membersOf } from './jwk-members.ts';
import { declaredUse, jwkShape } from './jwk-shape.ts';

/** JSON of another kind is not for this reader. */
export async function readJose(
  document: Exclude<JoseDocument, { form: 'json' }>,
  unlocking: Unlocking,
): Promise<Contents> {
  switch (document.form) {
    case 'jwk':
      return readJwks([document.jwk], format('JWK'));
    case 'jwks':
      return readJwks(document.keys, { code: 'jwk-set' });
    case 'jws':
      return readToken(document.header, document.payload);
    case 'jwe':
      return readJwe(document.jwe, unlocking);
  }
}

interface InJwe {
  protection: Facts;
}

export function readJwks(keys: readonly Jwk[], written: FileFormat, inJwe: InJwe | null = null): Contents {
  const privates = keys.filter(isPrivateJwk);
  const kind = written.code === 'jwk-set' ? 'JWK set' : privates.length > 0 ? 'private key' : 'public key';
  const looked = [...keys.slice(0, MAX_LISTED), ...keys.slice(MAX_LISTED).filter(isPrivateJwk).slice(0, MAX_PARTS)];
  const all = looked.flatMap((jwk, index) => piecesOf(jwk, `jwk ${index}`, sourceOf(written, inJwe), inJwe));
  // Of what is no key, the first are enough.
  const pieces = all.filter((piece, index) => index < MAX_PARTS || piece.is !== 'part' || piece.half !== undefined);
  const warnings: Warned[] = [
    ...repeatedKids(keys),
    keys.length > looked.length ? { code: 'only-first-keys', shown: looked.length, of: keys.length } : null,
  ];
  const none = written.code === 'jwk-set' ? ({ code: 'public-jwks' } as const) : ({ code: 'public-key' } as const);
  const refusal = tooManyKeys(privates.length) ?? (privates.length === 0 ? none : null);
  return contents(kind, written, pieces, { warnings, refusal });
}

const sourceOf = (written: FileFormat, inJwe: InJwe | null): FileFormat =>
  inJwe === null
    ? written
    : written.code === 'jwk-set'
      ? { code: 'jwk-set-in-jwe' }
      : { code: 'named', name: 'JWK in JWE' };

/** RFC 7517 §4.5: within a set, different keys should have different ones. */
function repeatedKids(keys: readonly Jwk[]): Warned[] {
  const kids = keys.map(({ kid }) => kid).filter((kid) => typeof kid === 'string');
  const seen = new Set<string>();
  const repeated = new Set(kids.filter((kid) => seen.size === seen.add(kid).size));
  return [...repeated].slice(0, 10).map((kid) => ({ code: 'kid-repeated', kid: kid.slice(0, 100) }));
}

function piecesOf(jwk: Jwk, link: string, source: FileFormat, inJwe: InJwe | null): Piece[] {
  const certificates = certificatesOf(jwk);
  const facts: Facts = {
    kid: shown(jwk['kid']),
    use: shown(jwk['use']),
    alg: shown(jwk['alg']),
    Certificates: certificates.length > 0 ? certificates.length : null,
  };
  if (!isPrivateJwk(jwk)) {
    return [publicPiece(jwk, facts, certificates)];
  }
  const [own, ...issuers] = certificates;
  const key = keyPiece({
    name: printableName(jwk['kid']),
    kid: textOr(jwk['kid']),
    shape: jwkShape(jwk),
    source,
    link,
    declared: declaredUse(jwk),
    protection: inJwe === null ? null : { facts: inJwe.protection, isWeak: false },
    facts,
    warnings: [...useWarnings(jwk), ...certificateWarnings(jwk, null)],
  });
  // RFC 7517 §4.7: the first one holds this very key; the others are its issuers.
  return own === undefined ? [key] : [key, hidden(own, link), ...issuers.map((der) => hidden(der, `${link} issuer`))];
}

function publicPiece(jwk: Jwk, facts: Facts, certificates: readonly Uint8Array[]): Piece {
  using members = membersOf(jwk);
  const plain = Object.fromEntries(
    ['n', 'e', 'x', 'y'].map((name) => [name, members.octets(name)?.toString('base64url')]),
  );
  const spki = spkiOfJwk({ ...jwk, ...plain });
  const repairs = members.repairs.map((repair) => ({ code: 'repaired', repair }) as const);
  const problem = members.problem();
  const warnings: Warned[] = [
    ...repairs,
    problem === null ? null : reasonOf(unreadable(problem)),
    ...useWarnings(jwk),
    ...certificateWarnings(jwk, spki),
  ];
  if (spki === null) {
    const told = { ...facts, kty: shown(jwk['kty']), crv: shown(jwk['crv']) };
    return partPiece(part('public key', told, ['kind-not-readable', ...warnings]));
  }
  const half = {
    spki,
    kid: textOr(jwk['kid']),
    alg: textOr(jwk['alg']),
    use: textOr(jwk['use']),
    certificates,
  };
  const describe = ({ tests }: Looking): FoundPart => {
    const key = publicKeyFacts(spki, tests);
    return {
      what: 'public key',
      facts: [...factsOf(facts), ...key.facts],
      warnings: [...warningsOf(warnings), ...key.warnings],
    };
  };
  return { is: 'part', describe, half };
}

const hidden = (der: Uint8Array, to: string): Piece => ({ ...certificatePiece(der, to), isShown: false });

const textOr = (member: unknown): string | null => (typeof member === 'string' && member !== '' ? member : null);

/** RFC 7517 §4.3: both may be there when they say the same. */
function useWarnings({ use, key_ops: operations }: Jwk): Warned[] {
  const signs = Array.isArray(operations) && operations.some((each) => each === 'sign' || each === 'verify');
  const others = Array.isArray(operations) && operations.some((each) => each !== 'sign' && each !== 'verify');
  const clash = (use === 'sig' && others) || (use === 'enc' && signs);
  return [clash ? 'use-and-operations-apart' : null];
}

/** RFC 7519: instants in seconds get their date. Nothing is verified, and the answer says so. */
function readToken(header: Jwk, payload: string): Contents {
  const octets = Buffer.from(payload, 'base64url');
  const claims = jsonObject(octets.toString('utf8'));
  const expires = Number(claims?.['exp']) * 1000;
  const headerPart = membersPart('token header', header, [
    /^none$/i.test(String(header['alg'])) ? 'token-unsigned' : null,
  ]);
  const pieces: Piece[] = [
    partPiece(headerPart),
    claims === null
      ? partPiece(part('token content', { Bytes: octets.length }))
      : {
          is: 'part',
          describe: ({ now }) =>
            membersPart('token claims', claims, [expires < now.getTime() ? 'token-expired' : null]),
        },
  ];
  return contents('signed token', format(claims === null ? 'JWS' : 'JWT'), pieces, {
    warnings: ['token-decoded-only', 'token-is-a-secret'],
    refusal: { code: 'signed-token' },
  });
}

async function readJwe(jwe: Extract<JoseDocument, { form: 'jwe' }>['jwe'], unlocking: Unlocking): Promise<Contents> {
  const header = partPiece(membersPart('encrypted JOSE header', jwe.header));
  try {
    using plaintext = erasing(await openJwe(jwe, unlocking));
    const inner = joseDocument(plaintext.toString('utf8'));
    const protection = { Protection: clipped(String(jwe.header['alg']), 40) };
    const isSet = inner?.form === 'jwks';
    const keys = inner?.form === 'jwk' ? [inner.jwk] : isSet ? inner.keys : [];
    const found = readJwks(keys, isSet ? { code: 'jwk-set' } : format('JWK'), { protection });
    const refusal = keys.length === 0 ? unreadable({ code: 'no-jwk-inside' }) : found.refusal;
    const warnings: Warned[] = [...found.warnings];
    return {
      ...found,
      kind: 'encrypted JOSE',
      format: format('JWE'),
      pieces: [header, ...found.pieces],
      warnings,
      refusal,
    };
  } catch (error) {
    if (error instanceof CustodianError) {
      return contents('encrypted JOSE', format('JWE'), [header], { refusal: error });
    }
    throw error;
  }
}

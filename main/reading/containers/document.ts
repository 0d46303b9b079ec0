// Keys and certificates inside documents of other kinds: answers of services, configuration, secrets of clusters. Every text
// of the document is looked at as if it were a file of its own, and what is found says where it lay.
import type { Layer } from '../../../shared/domain/reading/notes.ts';
import type { FoundPart } from '../../../shared/domain/reading/inspection.ts';
import type { FileFormat } from '../../../shared/domain/reading/schemes.ts';
import type { KeyFileProblem } from '../../../shared/problems/key-file.ts';
import { type Contents, contents, partPiece, type Piece, within } from '../contents.ts';
import { type Facts, factsOf, format } from '../inspect/finding.ts';
import type { Context } from './context.ts';
import { printableName } from './found-key.ts';
import { isJwk, isObject } from './jose-document.ts';
import { readJwks } from './jose.ts';
import { isThere, type Jwk } from './jwk-members.ts';
import { merged } from './merged.ts';

export interface Leaf {
  /** Names of members, from the outside inwards. */
  at: readonly string[];
  value: { text: string } | { bytes: Uint8Array } | { jwks: readonly Jwk[]; source: FileFormat };
  facts?: Facts;
}

const MAX_LEAVES = 2000;
/** So many texts are opened; a document of more is none of keys. */
const MAX_OPENED = 200;
const MAX_DEPTH = 64;

/** Every text, every JWK and every list of octets in a value of JSON or YAML. */
export function leavesOf(value: unknown): Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (each: unknown, at: readonly string[]): void => {
    if (leaves.length >= MAX_LEAVES || at.length > MAX_DEPTH) {
      return;
    }
    if (typeof each === 'string') {
      leaves.push({ at, value: { text: each } });
    } else if (isOctets(each)) {
      leaves.push({ at, value: { bytes: Uint8Array.from(each) } });
    } else if (Array.isArray(each)) {
      each.forEach((item: unknown, index) => visit(item, [...at, String(index + 1)]));
    } else if (isObject(each)) {
      const jwks = jwksIn(each);
      if (jwks !== null) {
        leaves.push({ at, value: jwks });
        return;
      }
      Object.entries(each).forEach(([name, item]) => visit(item, [...at, name]));
    }
  };
  visit(value, []);
  return leaves;
}

const isOctets = (value: unknown): value is number[] =>
  Array.isArray(value) &&
  value.length >= 32 &&
  value.every((item) => typeof item === 'number' && Number.isInteger(item) && item >= 0 && item <= 255);

function jwksIn(value: Jwk): { jwks: readonly Jwk[]; source: FileFormat } | null {
  if (isJwk(value)) {
    return { jwks: [value], source: format('JWK') };
  }
  const { keys } = value;
  if (Array.isArray(keys) && keys.length > 0 && keys.every((key) => isObject(key) && isJwk(key))) {
    return { jwks: keys, source: { code: 'jwk-set' } };
  }
  const parameters = rsaParameters(value);
  return parameters === null ? null : { jwks: [parameters], source: DOTNET_FORMAT };
}

/** .NET's RSAParameters and RSAKeyValue: the same numbers under other names, in ordinary Base64. */
export const DOTNET_FORMAT = format('.NET RSA parameters');
const DOTNET = { n: 'Modulus', e: 'Exponent', d: 'D', p: 'P', q: 'Q', dp: 'DP', dq: 'DQ', qi: 'InverseQ' } as const;

export function rsaParameters(value: Jwk): Jwk | null {
  const named = new Map(Object.entries(value).map(([name, member]) => [name.toLowerCase(), member]));
  const numbers = Object.entries(DOTNET).flatMap(([name, theirs]) => {
    const member = named.get(theirs.toLowerCase());
    return isThere(member) ? [[name, typeof member === 'string' ? inBase64Url(member) : member] as const] : [];
  });
  const found = Object.fromEntries(numbers);
  return isThere(found['n']) && isThere(found['e']) ? { kty: 'RSA', ...found } : null;
}

/** It is the alphabet that they are meant to have. */
const inBase64Url = (text: string): string =>
  text
    .replaceAll(/\s+/g, '')
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/={1,2}$/, '');

/** `null` when no leaf is key material. */
export async function readLeaves(
  leaves: readonly Leaf[],
  written: FileFormat,
  { inside }: Pick<Context, 'inside'>,
): Promise<Contents | null> {
  const found: Contents[] = [];
  let opened = 0;
  for (const { at, value, facts = {} } of leaves) {
    const isWorth = !('text' in value) || smellsOfKeys(value.text);
    if (isWorth && opened < MAX_OPENED) {
      opened += 1;
      const each = await readLeaf(value, inside);
      found.push(...(each === null || isNothing(each) ? [] : [placed(each, at, facts)]));
    }
  }
  return merged(found, written);
}

async function readLeaf(value: Leaf['value'], inside: Context['inside']): Promise<Contents | null> {
  if ('text' in value) {
    return inside.text(value.text);
  }
  if ('bytes' in value) {
    const numbers: Layer = 'numbers';
    return within(numbers, await inside.bytes(value.bytes));
  }
  return readJwks(value.jwks, value.source);
}

const NOTHING: ReadonlySet<Contents['kind']> = new Set(['unknown', 'empty', 'document', 'signed token']);

const isNothing = ({ kind, pieces }: Contents): boolean =>
  NOTHING.has(kind) && !pieces.some(({ is }) => is === 'key' || is === 'certificate');

/** Long enough for a key, and written as keys and what carries them are; many more texts than keys are long. */
export function smellsOfKeys(text: string): boolean {
  const start = text.trimStart().slice(0, 200);
  const isCarrier = /^[<{[]|^["']?[\w+/=-]+["']?$/.test(start.replaceAll(/\s+/g, ''));
  return text.length >= 40 && (isCarrier || KEY_WORDS.test(text.slice(0, 20_000)));
}

const KEY_WORDS = /BEGIN|PRIVATE KEY|PuTTY-User|AGE-SECRET|ssh-|ecdsa-|"kty"|[\w+/]{64}|(?:[0-9a-f]{2}[:\s]){32}/i;

function placed(found: Contents, at: readonly string[], facts: Facts): Contents {
  if (at.length === 0) {
    return found;
  }
  const place = printableName(at.join(' › ')) ?? '';
  const added: Facts = { 'Found under': place, ...facts };
  const put = (piece: Piece): Piece => {
    switch (piece.is) {
      case 'key': {
        const { key } = piece;
        return {
          is: 'key',
          key: { ...key, name: key.name ?? place, at: key.at ?? place, facts: { ...added, ...key.facts } },
        };
      }
      case 'certificate':
        return { ...piece, facts: { ...added, ...piece.facts } };
      case 'part':
        return { ...piece, describe: async (looking) => withFacts(await piece.describe(looking), added) };
    }
  };
  return { ...found, pieces: found.pieces.map(put) };
}

const withFacts = (part: FoundPart, facts: Facts): FoundPart => ({
  ...part,
  facts: [...factsOf(facts), ...part.facts],
});

/** What a document is, before what lies in it; a document without keys is that alone. */
export function asDocument(
  head: FoundPart,
  written: FileFormat,
  found: Contents | null,
  refusal: KeyFileProblem,
): Contents {
  return found === null
    ? contents('document', written, [partPiece(head)], { refusal })
    : { ...found, format: written, pieces: [partPiece(head), ...found.pieces] };
}

// One answer out of several: the blocks of a PEM file, the members of a document. The whole is what its most important part
// is, and it has all keys of all parts.
import type { InspectedKind } from '../../../shared/domain/reading/inspected-file.ts';
import type { FileFormat } from '../../../shared/domain/reading/schemes.ts';
import { type Contents, keyPiece, keysIn, type Piece } from '../contents.ts';

const IMPORTANCE: readonly InspectedKind[] = [
  'private key',
  'PKCS#12',
  'key store',
  'encrypted JOSE',
  'JWK set',
  'certificate',
  'PKCS#7',
  'certificate request',
  'revocation list',
  'public key',
  'SSH',
  'PGP',
  'age',
];

/** `null` for none. A part that does not open stands there as a key that does not. */
export function merged(parts: readonly Contents[], format: FileFormat): Contents | null {
  const [first] = parts.toSorted((a, b) => rank(a) - rank(b));
  if (first === undefined) {
    return null;
  }
  if (parts.length === 1) {
    return first;
  }
  const pieces = parts.flatMap((each) => [...each.pieces, ...lockedPiece(each)]);
  const hasKey = keysIn({ pieces }).length > 0;
  const refusals = parts.filter(({ kind }) => kind !== 'parameters').map(({ refusal }) => refusal);
  return {
    kind: first.kind,
    format,
    pieces,
    warnings: parts.flatMap(({ warnings }) => warnings),
    layers: [...new Set(parts.flatMap(({ layers }) => layers))],
    isProtected: parts.some(({ isProtected }) => isProtected),
    opened: parts.find(({ opened }) => opened !== 'as-given')?.opened ?? 'as-given',
    refusal: hasKey ? null : (refusals.find((refusal) => refusal !== null) ?? first.refusal),
  };
}

function rank({ kind }: Contents): number {
  const place = IMPORTANCE.indexOf(kind);
  return place === -1 ? IMPORTANCE.length : place;
}

const HOLDS_KEYS: ReadonlySet<InspectedKind> = new Set([
  'private key',
  'PKCS#12',
  'key store',
  'encrypted JOSE',
  'SSH',
]);

function lockedPiece({ kind, format, refusal, pieces }: Contents): Piece[] {
  return refusal !== null && HOLDS_KEYS.has(kind) && keysIn({ pieces }).length === 0
    ? [keyPiece({ shape: { form: 'locked', why: refusal }, source: format, protection: { facts: {}, isWeak: false } })]
    : [];
}

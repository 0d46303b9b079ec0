// What a file was found to hold, whatever it was wrapped in. Import takes the keys and certificates, inspection describes
// every piece: both read one list, made in one way.
import type { Layer, PassphraseForm } from '../../shared/domain/reading/notes.ts';
import type { FoundPart } from '../../shared/domain/reading/inspection.ts';
import type { InspectedKind } from '../../shared/domain/reading/inspected-file.ts';
import type { FileFormat } from '../../shared/domain/reading/schemes.ts';
import { CustodianError } from '../../shared/errors.ts';
import type { KeyFileProblem } from '../../shared/problems/key-file.ts';
import { unreadable } from '../encoding/unreadable.ts';
import type { FoundCertificate, FoundKey } from './containers/found-key.ts';
import type { Facts, Looking, Warned } from './inspect/finding.ts';

export type Piece =
  | { is: 'key'; key: FoundKey }
  /** Not shown: what is said of the key says it. */
  | { is: 'certificate'; der: Uint8Array; link: string | null; facts: Facts; isShown: boolean }
  | { is: 'part'; describe: (looking: Looking) => FoundPart | Promise<FoundPart>; half?: Half };

/** A public key that lies in a file without its private half. */
export interface Half {
  /** DER SubjectPublicKeyInfo of any kind. */
  spki: Uint8Array;
  kid: string | null;
  /** What a JWK says of its use. */
  alg: string | null;
  use: string | null;
  /** DER; the one of the key itself first. */
  certificates: readonly Uint8Array[];
}

/** A key that says nothing of itself. */
export const bareHalf = (spki: Uint8Array): Half => ({
  spki: Uint8Array.from(spki),
  kid: null,
  alg: null,
  use: null,
  certificates: [],
});

export interface Contents {
  kind: InspectedKind;
  /** How it is written. */
  format: FileFormat;
  pieces: Piece[];
  warnings: Warned[];
  layers: Layer[];
  /** Whether a passphrase was needed to open it. */
  isProtected: boolean;
  /** In which form the passphrase opened it. */
  opened: PassphraseForm;
  /** Why there is no key to be had; `null` where a key says it itself. */
  refusal: CustodianError | null;
}

export function contents(
  kind: InspectedKind,
  format: FileFormat,
  pieces: readonly Piece[],
  {
    warnings = [],
    refusal = null,
  }: { warnings?: readonly Warned[]; refusal?: CustodianError | KeyFileProblem | null } = {},
): Contents {
  const why = refusal === null || refusal instanceof CustodianError ? refusal : unreadable(refusal);
  return {
    kind,
    format,
    pieces: [...pieces],
    warnings: [...warnings],
    layers: [],
    isProtected: pieces.some(isProtectedKey),
    opened: 'as-given',
    refusal: why,
  };
}

const isProtectedKey = (piece: Piece): boolean =>
  piece.is === 'key' && piece.key.protection !== null && piece.key.shape.form !== 'locked';

type Told = Partial<FoundKey> & Pick<FoundKey, 'shape' | 'source'>;

export const keyPiece = (told: Told): Piece => ({
  is: 'key',
  key: {
    name: null,
    kid: null,
    link: null,
    declared: null,
    protection: null,
    at: null,
    facts: {},
    warnings: [],
    ...told,
  },
});

export const partPiece = (part: FoundPart, half?: Half | null): Piece => ({
  is: 'part',
  describe: () => part,
  ...(half ? { half } : {}),
});

export const certificatePiece = (
  der: Uint8Array,
  link: string | null = null,
  facts: Facts = {},
): Extract<Piece, { is: 'certificate' }> => ({
  is: 'certificate',
  // What it lies in is overwritten sooner.
  der: Uint8Array.from(der),
  link,
  facts,
  isShown: true,
});

export const within = (layer: Layer, found: Contents | null): Contents | null =>
  found && { ...found, layers: [layer, ...found.layers] };

export const keysIn = ({ pieces }: Pick<Contents, 'pieces'>): FoundKey[] =>
  pieces.flatMap((piece) => (piece.is === 'key' ? [piece.key] : []));

export const certificatesIn = ({ pieces }: Pick<Contents, 'pieces'>): FoundCertificate[] =>
  pieces.flatMap((piece) => (piece.is === 'certificate' ? [piece] : []));

/** Whatever lies in the clear in it. */
export function overwrite(found: Pick<Contents, 'pieces'>): void {
  for (const { shape } of keysIn(found)) {
    if (shape.form === 'private') {
      shape.pkcs8.fill(0);
    }
  }
}

// What a file was found to hold, whatever it was wrapped in: private keys in one normal form, and certificates.
import { CustodianError } from '../../../shared/errors.ts';
import type { KeyShape } from '../private-shape.ts';

export interface FoundKey {
  /** What the file calls it (friendlyName, kid); `null` when it has no name. */
  name: string | null;
  /** The kid of a JWK exactly as it is written: tokens carry it so. `null` for other kinds of files. */
  kid: string | null;
  /** A private key, or why it is none that can be used. The owner overwrites `pkcs8`. */
  shape: KeyShape;
  /** What was read, in words: `PKCS#8 PEM`. */
  source: string;
  /** Equal to the `link` of the certificates that the file puts beside this key; `null` when it does not say. */
  link: string | null;
  /** What a JWK says about its own use; `null` for keys that do not say. */
  declared: DeclaredUse | null;
}

export interface DeclaredUse {
  alg: string | null;
  signs: boolean;
}

export interface FoundCertificate {
  der: Uint8Array;
  link: string | null;
}

export interface OpenedFile {
  keys: FoundKey[];
  certificates: FoundCertificate[];
}

/** More than anybody keeps in one file; opening that many stays quick. */
const MAX_KEYS = 100;

export function requireFewKeys(count: number): void {
  if (count > MAX_KEYS) {
    const problem = `it holds ${count} private keys; at most ${MAX_KEYS} are read from one file`;
    throw new CustodianError('KEY_UNREADABLE', { problem });
  }
}

/** `PKCS#8` and `PEM, encrypted` -> `PKCS#8 PEM, encrypted`. */
export const sourceWords = (shape: KeyShape, place: string): string =>
  shape.form === 'private' ? `${shape.container} ${place}` : place;

/** A name from a file, safe to print on one line; `null` when nothing is left of it. */
export function printableName(name: unknown): string | null {
  const text =
    typeof name === 'string'
      ? name
          .replaceAll(/[\p{C}\s]+/gu, ' ')
          .trim()
          .slice(0, 100)
      : '';
  return text === '' ? null : text;
}

export function overwrite({ keys }: OpenedFile): void {
  for (const { shape } of keys) {
    if (shape.form === 'private') {
      shape.pkcs8.fill(0);
    }
  }
}

// One private key that a file holds, in the one normal form, with what the file says of it.
import type { Encoding, FileFormat } from '../../../shared/domain/reading/schemes.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Facts, Warned } from '../inspect/finding.ts';
import type { KeyShape } from '../private-shape.ts';

export interface FoundKey {
  /** What the file calls it (friendlyName, kid); `null` when it has no name. */
  name: string | null;
  /** The kid of a JWK exactly as it is written: tokens carry it so. `null` for other kinds of files. */
  kid: string | null;
  /** A private key, or why it is none that can be used. The owner overwrites `pkcs8`. */
  shape: KeyShape;
  /** What was read. */
  source: FileFormat;
  /** Equal to the `link` of the certificates that the file puts beside this key; `null` when it does not say. */
  link: string | null;
  /** What a JWK says about its own use; `null` for keys that do not say. */
  declared: DeclaredUse | null;
  /** `null` when it lies in the clear. */
  protection: Protection | null;
  /** Where it lies in a document, from the outside inwards. */
  at: string | null;
  /** What else is worth saying of it. */
  facts: Facts;
  warnings: readonly Warned[];
}

export interface FoundCertificate {
  der: Uint8Array;
  link: string | null;
}

export interface DeclaredUse {
  alg: string | null;
  signs: boolean;
}

export interface Protection {
  /** How it is protected. */
  facts: Facts;
  isWeak: boolean;
}

/** Anything else than a refusal is thrown on. */
export function requireRefusal(error: unknown): CustodianError {
  if (isRefusal(error)) {
    return error;
  }
  throw error;
}

const isRefusal = (error: unknown): error is CustodianError => error instanceof CustodianError;

/** The shape of what does not open, for this reason. */
export function lockedBy(error: unknown): KeyShape {
  return { form: 'locked', why: requireRefusal(error) };
}

/** More than anybody keeps in one file; opening that many stays quick. */
export const MAX_KEYS = 100;

export const tooManyKeys = (count: number): CustodianError<'KEY_UNREADABLE'> | null =>
  count > MAX_KEYS
    ? new CustodianError('KEY_UNREADABLE', { problem: { code: 'too-many-keys', count, most: MAX_KEYS } })
    : null;

export const sourceOf = (shape: KeyShape, encoding: Encoding, encrypted = false): FileFormat => ({
  code: 'key',
  container: shape.form === 'private' && shape.container !== 'other' ? shape.container : null,
  encoding,
  encrypted,
});

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

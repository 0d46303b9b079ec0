// Opens what a passphrase protects, and keeps apart the reasons why it may not open: no passphrase was given, a wrong one
// was, the scheme is unknown or too costly, or the file is damaged.
import type { FileFormat } from '../../../shared/domain/reading/schemes.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { asDer } from '../ber.ts';
import { type DerElement, derLength } from '../../../shared/encoding/der.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import type { Scheme } from './scheme.ts';
import { schemeOf } from './scheme-of.ts';
import type { WorkBudget } from './work-budget.ts';

export interface Unlocking {
  /** One form of it; empty when none was given, because many files are protected by nothing more. The owner overwrites it. */
  passphrase: Uint8Array;
  /** Whether the officer gave it. */
  isGiven: boolean;
  /** One for the whole file, however many parts it has. */
  budget: WorkBudget;
}

/** Why something that a passphrase protects stays closed. */
export const stillLocked = ({ isGiven }: Unlocking, format: FileFormat): CustodianError =>
  new CustodianError(isGiven ? 'KEY_PASSPHRASE_WRONG' : 'KEY_ENCRYPTED', { format });

/**
 * The DER structure under `algorithm` (an AlgorithmIdentifier); the caller overwrites it. Throws KEY_ENCRYPTED,
 * KEY_PASSPHRASE_WRONG, KEY_CIPHER_UNSUPPORTED or KEY_UNREADABLE.
 */
export const unlock = (
  algorithm: DerElement | undefined,
  data: Uint8Array,
  unlocking: Unlocking,
  format: FileFormat,
): Promise<Uint8Array> => unlockWith(schemeOf(algorithm), data, unlocking, format);

export async function unlockWith(
  scheme: Scheme,
  data: Uint8Array,
  unlocking: Unlocking,
  format: FileFormat,
): Promise<Uint8Array> {
  if (data.length === 0 || data.length % scheme.blockBytes !== 0) {
    throw unreadable(DAMAGED);
  }
  for await (const { content, beginning } of scheme.attempts(unlocking.passphrase, data, unlocking.budget)) {
    const isRight = beginsWhole(beginning, data.length);
    beginning.fill(0);
    // One wrong passphrase in 256 leaves padding that fits by chance, but never a whole structure.
    const der = content === null ? null : asDer(content);
    if (der !== content) {
      content?.fill(0);
    }
    if (der !== null) {
      return der;
    }
    if (isRight) {
      throw unreadable({ code: 'damaged-inside' });
    }
  }
  throw stillLocked(unlocking, format);
}

/** Whether it begins as a structure that fills what was encrypted, but for the padding: by chance that is one in a million. */
function beginsWhole(beginning: Uint8Array, encrypted: number): boolean {
  const length = derLength(beginning);
  return length !== null && length < encrypted && encrypted - length <= 16;
}

// Opens what a passphrase protects, and keeps apart the reasons why it may not open: no passphrase was given, a wrong one
// was, the scheme is unknown or too costly, or the file is damaged.
import { CustodianError } from '../../../shared/errors.ts';
import { asDer } from '../ber.ts';
import type { DerElement } from '../../../shared/encoding/der.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { schemeOf } from './scheme-of.ts';
import type { WorkBudget } from './work-budget.ts';

export interface Unlocking {
  /** UTF-8; `null` when none was given. The caller overwrites it. */
  passphrase: Uint8Array | null;
  /** One for the whole file, however many parts it has. */
  budget: WorkBudget;
}

/** Throws KEY_ENCRYPTED without a passphrase. `format` is how people call the file. */
export function requirePassphrase({ passphrase }: Unlocking, format: string): Uint8Array {
  if (passphrase === null) {
    throw new CustodianError('KEY_ENCRYPTED', { format });
  }
  return passphrase;
}

/**
 * The DER structure under `algorithm` (an AlgorithmIdentifier); the caller overwrites it. Throws KEY_ENCRYPTED,
 * KEY_PASSPHRASE_WRONG, KEY_CIPHER_UNSUPPORTED or KEY_UNREADABLE.
 */
export async function unlock(
  algorithm: DerElement | undefined,
  data: Uint8Array,
  unlocking: Unlocking,
  format: string,
): Promise<Uint8Array> {
  const scheme = schemeOf(algorithm);
  const passphrase = requirePassphrase(unlocking, format);
  if (data.length === 0 || data.length % scheme.blockBytes !== 0) {
    throw unreadable(DAMAGED);
  }
  for await (const content of scheme.attempts(passphrase, data, unlocking.budget)) {
    // One wrong passphrase in 256 leaves padding that fits by chance, but never a whole structure.
    const der = content === null ? null : asDer(content);
    if (der !== content) {
      content?.fill(0);
    }
    if (der !== null) {
      return der;
    }
  }
  throw new CustodianError('KEY_PASSPHRASE_WRONG', { format });
}

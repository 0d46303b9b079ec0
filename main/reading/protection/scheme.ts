// A scheme by which a passphrase protects the content of a file.
import type { Scheme as Derivation } from '../../../shared/domain/reading/schemes.ts';
import type { BlockCipher } from './ciphers.ts';
import type { WorkBudget } from './work-budget.ts';

export interface Scheme {
  /** With its cost. */
  derivation: Derivation;
  /** e.g. `AES-256-CBC` */
  cipher: string;
  blockBytes: number;
  /** Units of work that one form of a passphrase costs. */
  work: number;
  /** The content under each form of the passphrase that is in use. */
  attempts(passphrase: Uint8Array, data: Uint8Array, budget: WorkBudget): AsyncIterable<Attempt>;
}

export interface Attempt {
  /** `null` when the padding does not fit: another key was used, or the data are damaged. */
  content: Buffer | null;
  /** Its first two blocks, which say which of the two it was. */
  beginning: Buffer;
}

export async function attempted(
  cipher: BlockCipher,
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Promise<Attempt> {
  const content = await cipher.decrypt(key, iv, data);
  return { content, beginning: await cipher.decryptBlocks(key, iv, data.subarray(0, 2 * cipher.blockBytes)) };
}

/** Old derivations, which guesses run through quickly. */
export const isLegacy = (derivation: Derivation): boolean =>
  !(derivation.code === 'scrypt' || (derivation.code === 'derivation' && derivation.name === 'PBKDF2'));

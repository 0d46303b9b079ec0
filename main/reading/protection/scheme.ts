// A scheme by which a passphrase protects the content of a file.
import type { WorkBudget } from './work-budget.ts';

export interface Scheme {
  /** With its cost, e.g. `PBKDF2 with HMAC-SHA-256, 2048 rounds`. */
  derivation: string;
  /** e.g. `AES-256-CBC` */
  cipher: string;
  blockBytes: number;
  /** The content under each form of the passphrase that is in use; `null` when the padding does not fit. */
  attempts(passphrase: Uint8Array, data: Uint8Array, budget: WorkBudget): AsyncIterable<Buffer | null>;
}

// The keychain of the operating system, for what is secret and no key: credentials, the key of the seal, what is remembered
// of the registry. Private keys are in the key store, and under their names nothing is found here.
import type { VaultCondition } from '../../shared/app-info.ts';
import type { Instant } from '../../shared/domain/timing/instant.ts';
import type { Secret } from './secret.ts';

/** `name` says nothing to a stranger. Every call settles within the deadline; failures are the VAULT_* codes. */
export interface SecretBox {
  /** Says how the keychain is, without changing it. Never throws. */
  condition(): Promise<{ condition: VaultCondition; detail: string }>;
  /** Stores or replaces. The former value stays readable until the new one is complete. */
  put(name: string, secret: Secret): Promise<void>;
  /** `null` when the open keychain has none. The caller disposes of it. */
  find(name: string): Promise<Secret | null>;
  /** Removes every part, also of half-written values. Removing what is not there is no error. */
  remove(name: string): Promise<void>;
  /** Removes parts that belong to no whole value, as a broken-off write leaves them; answers how many there were. */
  tidy(name: string): Promise<number>;
}

/** A key or secret that is about to be written or removed: the note by which a start after a crash finds leftovers. */
export interface VaultIntent {
  name: string;
  purpose: 'write' | 'remove';
  at: Instant;
}

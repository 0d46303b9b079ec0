// The keychain of the operating system: the only place where private material rests.
import type { KeychainDetail } from '../../shared/problems/keychain.ts';
import type { VaultCondition } from '../../shared/app-info.ts';
import type { Instant } from '../../shared/domain/timing/instant.ts';

/**
 * The OS keychain. `name` is the id of a key or credential and says nothing to a stranger.
 * Every call settles within the deadline; failures are the VAULT_* codes.
 */
export interface SecretVault {
  /** Says how the keychain is, without changing it. Never throws. */
  condition(): Promise<{ condition: VaultCondition; detail: KeychainDetail }>;
  /** Stores or replaces. The former value stays readable until the new one is complete. */
  put(name: string, secret: Uint8Array): Promise<void>;
  /** The caller owns the bytes and overwrites them after use. Throws VAULT_SECRET_MISSING when the keychain is open but has none. */
  get(name: string): Promise<Uint8Array>;
  /** Removes every part, also of half-written values. Removing what is not there is no error. */
  remove(name: string): Promise<void>;
  /** Removes parts that belong to no whole value, as a broken-off write leaves them; answers how many there were. */
  tidy(name: string): Promise<number>;
}

/** A secret that is about to be written or removed: the note by which a start after a crash finds leftovers. */
export interface VaultIntent {
  name: string;
  purpose: 'write' | 'remove';
  at: Instant;
}

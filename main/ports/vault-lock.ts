// The lock on the store of keys and secrets: a passphrase under which everything is sealed before it reaches the keychain
// (docs/adr/0058). Its adapter is main/key-store/seal.
import type { SealState } from '../../shared/domain/vault/seal-state.ts';
import type { ReportProgress } from './stopping.ts';
import type { Secret } from './secret.ts';

/** What is told while everything is sealed or opened anew. */
export interface Sealing {
  told?: ReportProgress | undefined;
  /** When all is done but for the last word: what is broken off before is done once more. `damaged`: as answered. */
  recorded?: ((damaged: readonly string[]) => void) | undefined;
}

/** Passphrases are UTF-8, and the caller overwrites them. Whatever asks the keychain throws VAULT_* codes. */
export interface VaultLock {
  state(): Promise<SealState>;
  /** As it was found last, without asking; `null` before. */
  known(): SealState | null;
  /** Throws VAULT_PASSPHRASE_WRONG, VAULT_GUESSES and VAULT_PASSPHRASE_NONE. */
  unlock(passphrase: Secret): Promise<void>;
  /** Forgets the key. From now on every name is locked. */
  lock(): void;
  /** Whether it is the passphrase; what is locked stays so. Throws as `unlock` does. */
  prove(passphrase: Secret): Promise<void>;
  /**
   * Seals what lies under these names. Answers with those that cannot be read: they are left as they are, and are damaged for
   * whoever asks for them. Throws VAULT_PASSPHRASE_SET.
   */
  set(passphrase: Secret, names: readonly string[], sealing?: Sealing): Promise<string[]>;
  /** The key stays, so nothing is sealed anew. `recorded`: just before it is another one. Throws as `unlock` does. */
  change(from: Secret, to: Secret, recorded: () => void): Promise<void>;
  /** Opens what lies under these names, and answers as `set` does. Throws as `unlock` does. */
  remove(passphrase: Secret, names: readonly string[], sealing?: Sealing): Promise<string[]>;
  /** Goes on with what was broken off, and answers as it would have done. It must be unlocked. */
  resume(names: readonly string[], sealing?: Sealing): Promise<string[]>;
  /** A copy of the key, for who holds it for a time; `null` when it is locked or there is none. */
  copyOfKey(): Secret | null;
}

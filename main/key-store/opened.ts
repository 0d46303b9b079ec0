// What a kind of key store is opened with, and what it gives.
import type { KeyStore } from '../ports/key-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Secret } from '../ports/secret.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import type { VaultLock } from '../ports/vault-lock.ts';
import type { RegistryFacts } from './keychain/first-use.ts';

/** Whose keys they are. */
export interface Place {
  /** By which the entries of a registry are known in a keychain. */
  names: { service: string; vaultId: string; canary: string };
  facts: RegistryFacts;
  clock: Clock;
  /** Somebody may hold the key of the vault for a time. */
  heldKey?: () => Promise<Secret | null>;
  /** Has whoever holds it forget it. */
  endHeld?: () => Promise<unknown>;
}

export interface OpenedStores {
  keys: KeyStore;
  secrets: SecretBox;
  lock: VaultLock;
}

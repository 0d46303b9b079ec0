// The kinds of key store that there are: a folder each, and a row here.
import type { KeyStore } from '../ports/key-store.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import type { RegistryFacts } from './keychain/first-use.ts';
import { openKeychain } from './keychain/kind.ts';

/** Whose keys they are. */
export interface Place {
  /** By which the entries of a registry are known in a keychain. */
  names: { service: string; vaultId: string; canary: string };
  facts: RegistryFacts;
}

export interface OpenedStores {
  keys: KeyStore;
  secrets: SecretBox;
}

export const KEY_STORES = { keychain: openKeychain } as const satisfies Record<string, (place: Place) => OpenedStores>;

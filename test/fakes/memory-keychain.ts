// An OS keychain in memory, behind the vault's own seam. It refuses what Windows refuses, and when locked it answers
// as a locked gnome-keyring does: nothing is found, nothing deleted, writing fails.
import type { KeychainBackend } from '../../main/key-store/keychain/backend.ts';

export interface MemoryKeychain extends KeychainBackend {
  /** Account -> text, of every service. Tests alter it at will. */
  entries: Map<string, string>;
  /** Calls so far that wrote or deleted. */
  changes: number;
  locked: boolean;
  /** Runs before every call; throw to make the call fail, wait to make it hang. */
  before: (call: keyof KeychainBackend, account: string) => Promise<void> | void;
}

/** CRED_MAX_CREDENTIAL_BLOB_SIZE. */
const WINDOWS_BYTES = 2_560;

export function createMemoryKeychain(): MemoryKeychain {
  const keychain: MemoryKeychain = {
    entries: new Map(),
    changes: 0,
    locked: false,
    before: () => undefined,

    async getPassword(_service, account) {
      await keychain.before('getPassword', account);
      return keychain.locked ? null : (keychain.entries.get(account) ?? null);
    },
    async setPassword(_service, account, text) {
      await keychain.before('setPassword', account);
      if (keychain.locked) {
        throw new Error('Cannot create an item in a locked collection');
      }
      if (Buffer.byteLength(text) > WINDOWS_BYTES) {
        throw new Error('The stub received bad data.');
      }
      keychain.changes += 1;
      keychain.entries.set(account, text);
    },
    async deletePassword(_service, account) {
      await keychain.before('deletePassword', account);
      if (keychain.locked) {
        return false;
      }
      keychain.changes += 1;
      return keychain.entries.delete(account);
    },
  };
  return keychain;
}

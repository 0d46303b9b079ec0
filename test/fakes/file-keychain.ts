// An OS keychain in a folder, one file per entry, behind the vault's own seam: what was acknowledged survives the death
// of the process, and what was not is there whole or not at all, as with a real keychain.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { KeychainBackend } from '../../main/key-store/keychain/backend.ts';

export interface FileKeychain extends KeychainBackend {
  accounts(): string[];
}

const DRAFT = '.draft';

export function openFileKeychain(folder: string): FileKeychain {
  mkdirSync(folder, { recursive: true });
  const fileOf = (account: string): string => path.join(folder, Buffer.from(account).toString('base64url'));
  return {
    accounts: () =>
      readdirSync(folder)
        .filter((name) => !name.endsWith(DRAFT))
        .map((name) => Buffer.from(name, 'base64url').toString('utf8')),
    async getPassword(_service, account) {
      try {
        return readFileSync(fileOf(account), 'utf8');
      } catch {
        return null;
      }
    },
    async setPassword(_service, account, text) {
      const draft = `${fileOf(account)}${DRAFT}`;
      const file = openSync(draft, 'w', 0o600);
      writeSync(file, text);
      fsyncSync(file);
      closeSync(file);
      renameSync(draft, fileOf(account));
    },
    async deletePassword(_service, account) {
      try {
        rmSync(fileOf(account));
        return true;
      } catch {
        return false;
      }
    },
  };
}

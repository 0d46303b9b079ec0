// A SecretVault in memory that keeps the port's promises, with a switch for each way in which a keychain can fail.
import type { KeychainDetail } from '../../shared/problems/keychain.ts';
import { CustodianError } from '../../shared/errors.ts';
import type { VaultCondition } from '../../shared/app-info.ts';
import type { SecretVault } from '../../main/key-store/vault.ts';
import { MAX_SECRET_BYTES } from '../../main/key-store/keychain/codec.ts';
import { checkedName } from '../../main/key-store/keychain/keytar-vault.ts';

export interface MemoryVault extends SecretVault {
  /** From now on the vault is in this condition; what it holds stays. */
  become(condition: VaultCondition): void;
  /** The names that hold a secret, in the order in which they were first written. */
  names(): string[];
  /** What it holds now, by name. */
  secrets(): ReadonlyMap<string, Uint8Array>;
  /** The next read of this name finds altered bytes. */
  damage(name: string): void;
}

const DETAIL: KeychainDetail = { code: 'open' };

export function createMemoryVault(held: ReadonlyMap<string, Uint8Array> = new Map()): MemoryVault {
  const secrets = copyOf(held);
  const damaged = new Set<string>();
  let condition: VaultCondition = 'available';

  async function use<T>(name: string, work: (checked: string) => T): Promise<T> {
    const checked = checkedName(name);
    if (condition !== 'available') {
      throw failure(condition);
    }
    return work(checked);
  }

  return {
    condition: async () => ({ condition, detail: DETAIL }),
    put: (name, secret) =>
      use(name, (checked) => {
        if (secret.length > MAX_SECRET_BYTES) {
          throw new CustodianError('VAULT_TOO_LARGE', { bytes: secret.length });
        }
        secrets.set(checked, Uint8Array.from(secret));
        damaged.delete(checked);
      }),
    get: (name) =>
      use(name, (checked) => {
        const secret = secrets.get(checked);
        if (secret === undefined || damaged.has(checked)) {
          const code = secret === undefined ? 'VAULT_SECRET_MISSING' : 'VAULT_SECRET_DAMAGED';
          throw new CustodianError(code, { kid: checked });
        }
        return Uint8Array.from(secret);
      }),
    remove: (name) =>
      use(name, (checked) => {
        secrets.get(checked)?.fill(0);
        secrets.delete(checked);
        damaged.delete(checked);
      }),
    tidy: (name) => use(name, () => 0),
    become(next) {
      condition = next;
    },
    names: () => [...secrets.keys()],
    secrets: () => copyOf(secrets),
    damage: (name) => void damaged.add(name),
  };
}

const copyOf = (secrets: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> =>
  new Map([...secrets].map(([name, secret]) => [name, Uint8Array.from(secret)]));

function failure(condition: Exclude<VaultCondition, 'available'>): CustodianError {
  const codes = {
    locked: 'VAULT_LOCKED',
    silent: 'VAULT_LOCKED',
    unavailable: 'VAULT_UNAVAILABLE',
    foreign: 'VAULT_FOREIGN',
  } as const;
  return new CustodianError(codes[condition], { detail: DETAIL });
}

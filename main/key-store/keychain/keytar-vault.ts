// The SecretVault over the OS keychain: macOS Keychain, Windows Credential Manager, Secret Service on Linux. What it
// stores is what it gives back, byte for byte; what it cannot do it says with the code that fits, within the deadline.
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import type { KeychainDetail } from '../../../shared/problems/keychain.ts';
import { VAULT_DEADLINE_MS } from '../../../shared/domain/limits.ts';
import type { VaultCondition } from '../../../shared/app-info.ts';
import type { SecretVault } from '../vault.ts';
import { type KeychainBackend, SERVICES } from './backend.ts';
import { type Canary, assertOpen, placeCanary } from './canary.ts';
import { MAX_SECRET_BYTES } from './codec.ts';
import { REFUSED, vaultError } from './errors.ts';
import { readSecret, removeSecret, tidySecret, writeSecret } from './stored-secret.ts';
import type { Silence } from './secret-service.ts';
import { type Timer, createKeychainQueue, systemTimer } from './keychain-queue.ts';

export interface KeytarVaultOptions {
  keytar: KeychainBackend;
  /** One of SERVICES; the product's when nothing is said. */
  service?: string;
  /** A UUID kept by the registry: keeps the entries of several registries in one keychain apart. */
  vaultId: string;
  /** A random public text kept by the registry, at least one character. */
  canary: string;
  deadlineMs?: number;
  timer?: Timer;
  /** Looks, before each turn, whether the keychain would leave a call without an answer; when nothing is said, no. */
  silent?: Silence;
}

export interface KeytarVault extends SecretVault {
  /**
   * Leaves the canary by which this keychain is known again. Only for a registry that holds no secrets yet: later a
   * missing canary means another keychain, and this call would hide it.
   */
  initialise(): Promise<void>;
}

const OPEN: KeychainDetail = { code: 'open' };
const SILENT: KeychainDetail = { code: 'waiting' };

/** Lower case, as Windows ignores case; no `/` and no `#`, as they separate the parts of an account. */
const NAME = /^[a-z0-9][a-z0-9-]{0,127}$/;

export function createKeytarVault(options: KeytarVaultOptions): KeytarVault {
  const { keytar, service = SERVICES.product, vaultId, deadlineMs = VAULT_DEADLINE_MS, timer = systemTimer } = options;
  const { silent = () => Promise.resolve(null) } = options;
  const queued = createKeychainQueue(keytar, service, deadlineMs, timer, silent);
  const prefix = `${checkedName(vaultId)}/`;
  const canary: Canary = { account: `${prefix}#canary`, trial: `${prefix}#trial`, value: options.canary };
  const accountOf = (name: string) => prefix + checkedName(name);

  return {
    initialise: () => queued((entries) => placeCanary(entries, canary)),

    condition: () =>
      queued((entries) => assertOpen(entries, canary)).then(
        () => ({ condition: 'available', detail: OPEN }),
        conditionFrom,
      ),

    async put(name, secret) {
      const account = accountOf(name);
      if (secret.length > MAX_SECRET_BYTES) {
        throw new CustodianError('VAULT_TOO_LARGE', { bytes: secret.length });
      }
      await queued((entries) => writeSecret({ entries, canary, account }, secret));
    },

    async get(name) {
      const account = accountOf(name);
      const found = await queued((entries) => readSecret({ entries, canary, account }));
      if (found === 'missing' || found === 'damaged') {
        throw new CustodianError(found === 'missing' ? 'VAULT_SECRET_MISSING' : 'VAULT_SECRET_DAMAGED', { kid: name });
      }
      return found;
    },

    async remove(name) {
      const account = accountOf(name);
      await queued((entries) => removeSecret({ entries, canary, account }));
    },

    async tidy(name) {
      const account = accountOf(name);
      return queued((entries) => tidySecret({ entries, canary, account }));
    },
  };
}

/** Throws TypeError for a name that could not be an entry on every platform. */
export function checkedName(name: string): string {
  if (!NAME.test(name)) {
    throw new TypeError('a vault name is 1 to 128 lower-case letters, digits and hyphens');
  }
  return name;
}

function conditionFrom(thrown: unknown): { condition: VaultCondition; detail: KeychainDetail } {
  const error = vaultError(thrown);
  if (isCustodianError(error, 'VAULT_LOCKED')) {
    return { condition: 'locked', detail: error.facts.detail };
  }
  if (isCustodianError(error, 'VAULT_TIMEOUT')) {
    return { condition: 'silent', detail: SILENT };
  }
  if (isCustodianError(error, 'VAULT_FOREIGN')) {
    return { condition: 'foreign', detail: error.facts.detail };
  }
  return {
    condition: 'unavailable',
    detail: isCustodianError(error, 'VAULT_UNAVAILABLE') ? error.facts.detail : REFUSED,
  };
}

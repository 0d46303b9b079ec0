// The keychain gets its canary when custody first touches it, not when the registry is first opened: looking at a
// registry must work on a machine whose keychain is locked or absent.
import { CustodianError } from '../../../shared/errors.ts';
import type { SecretVault } from '../vault.ts';
import type { KeytarVault } from './keytar-vault.ts';

/** What a registry keeps about itself. */
export interface RegistryFacts {
  known(name: string): string | null;
  lasting(name: string, make: () => string): string;
}

const PLACED = 'vault-canary-placed';

export function withCanaryAtFirstUse(vault: KeytarVault, registry: RegistryFacts): SecretVault {
  const neverUsed = (): boolean => registry.known(PLACED) === null;
  const ensureCanary = async (): Promise<void> => {
    if (neverUsed()) {
      await vault.initialise();
      registry.lasting(PLACED, () => 'yes');
    }
  };
  return {
    async condition() {
      // A failure here is what `condition` is about to report in its own words.
      await ensureCanary().catch(() => undefined);
      return vault.condition();
    },
    async put(name, secret) {
      await ensureCanary();
      await vault.put(name, secret);
    },
    // Without a canary nothing was ever put, so there is nothing to ask the keychain for.
    async get(name) {
      if (neverUsed()) {
        throw new CustodianError('VAULT_SECRET_MISSING', { kid: name });
      }
      return vault.get(name);
    },
    remove: async (name) => (neverUsed() ? undefined : vault.remove(name)),
    tidy: async (name) => (neverUsed() ? 0 : vault.tidy(name)),
  };
}

// The keychain gets its canary when custody first touches it, not when the registry is first opened: looking at a
// registry must work on a machine whose keychain is locked or absent.
import type { SecretVault } from '../core/ports.ts';
import type { KeytarVault } from '../keychain/keytar-vault.ts';
import type { OpenedRegistry } from '../registry/registry.ts';

const PLACED = 'vault-canary-placed';

export function withCanaryAtFirstUse(
  vault: KeytarVault,
  registry: Pick<OpenedRegistry, 'known' | 'lasting'>,
): SecretVault {
  const ensureCanary = async (): Promise<void> => {
    if (registry.known(PLACED) === null) {
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
    get: (name) => vault.get(name),
    async remove(name) {
      // A start after a crash may have to remove what was noted but never written.
      await ensureCanary();
      await vault.remove(name);
    },
    tidy: (name) => vault.tidy(name),
  };
}

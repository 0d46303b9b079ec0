// The port `SecretBox` over a vault in which private keys lie too: those are not to be had here.
import { isCustodianError } from '../../shared/errors.ts';
import { Secret } from '../ports/secret.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { isKeyName } from '../ports/secret-name.ts';
import type { SecretVault } from './vault.ts';

export function createSecretBox(vault: SecretVault): SecretBox {
  return {
    condition: () => vault.condition(),
    put: async (name, secret) => secret.use((bytes) => vault.put(noKey(name), bytes)),
    async find(name) {
      try {
        return new Secret(await vault.get(noKey(name)));
      } catch (error) {
        if (isCustodianError(error, 'VAULT_SECRET_MISSING')) {
          return null;
        }
        throw error;
      }
    },
    remove: async (name) => vault.remove(noKey(name)),
    tidy: async (name) => vault.tidy(noKey(name)),
  };
}

/** SECURITY: what asks for a secret must not be handed a private key, by mistake or by a name that somebody made up. */
function noKey(name: string): string {
  if (isKeyName(name)) {
    throw new TypeError('private keys stay in the key store');
  }
  return name;
}

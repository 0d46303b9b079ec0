// The keychain as seen so far by this process: open once it gave an answer, until it refuses one. So what is only worth
// doing while it is open anyway never makes the system ask a person to unlock it.
import { isCustodianError } from '../../shared/errors.ts';
import type { SecretVault } from './ports/keychain.ts';

export function watchVault(vault: SecretVault): SecretVault & { seenOpen(): boolean } {
  let open = false;
  const watched = async <T>(call: Promise<T>): Promise<T> => {
    try {
      const answer = await call;
      open = true;
      return answer;
    } catch (error) {
      // A secret that is missing says nothing: a keychain that was never used is not even asked.
      open &&= isCustodianError(error, 'VAULT_SECRET_MISSING');
      throw error;
    }
  };
  return {
    condition: () => vault.condition(),
    put: (name, secret) => watched(vault.put(name, secret)),
    get: (name) => watched(vault.get(name)),
    remove: (name) => watched(vault.remove(name)),
    tidy: (name) => watched(vault.tidy(name)),
    seenOpen: () => open,
  };
}

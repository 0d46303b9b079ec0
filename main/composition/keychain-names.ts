// Under which names a registry's private keys lie in the keychain: decided when the registry is made, kept in it, and
// never changed, so that whoever opens it later finds them.
import { randomBytes, randomUUID } from 'node:crypto';
import { CustodianError } from '../../shared/errors.ts';
import type { Edition } from '../../shared/app-info.ts';
import { SERVICES } from '../key-store/keychain/backend.ts';
import type { OpenedRegistry } from '../registry/registry.ts';

/** Names of what a registry says about itself. */
const VAULT_ID = 'vault-id';
const NAMES = 'keychain-names';
const EDITION = 'edition';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface KeychainNames {
  service: string;
  vaultId: string;
  canary: string;
}

/** `custodyOf`: for whom the registry is opened, and made if it is new. Throws REGISTRY_DAMAGED. */
export function keychainNames(registry: Pick<OpenedRegistry, 'known' | 'lasting'>, custodyOf: Edition): KeychainNames {
  // Registries from before there were two editions have their entries under the product's name, whoever made them.
  const names = registry.lasting(NAMES, () => (registry.known(VAULT_ID) === null ? custodyOf : 'product'));
  if (names !== 'product' && names !== 'checkout') {
    throw new CustodianError('REGISTRY_DAMAGED', { detail: { code: 'keychain-unknown' } });
  }
  registry.lasting(EDITION, () => custodyOf);
  const vaultId = registry.lasting(VAULT_ID, randomUUID);
  const canary = registry.lasting('vault-canary', () => randomBytes(24).toString('base64url'));
  if (!UUID.test(vaultId) || canary === '') {
    throw new CustodianError('REGISTRY_DAMAGED', { detail: { code: 'keychain-name-unfit' } });
  }
  return { service: SERVICES[names], vaultId, canary };
}

/** To be asked before anything in a registry is changed, its schema included. Throws REGISTRY_OF_PRODUCT. */
export function admitTo(custodyOf: Edition): (known: (name: string) => string | null) => void {
  return (known) => {
    if (custodyOf === 'checkout' && known(EDITION) === 'product') {
      throw new CustodianError('REGISTRY_OF_PRODUCT', {});
    }
  };
}

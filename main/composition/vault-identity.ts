// By what the entries of this registry are known in the keychain: made once, public, and kept in the registry.
import { randomBytes, randomUUID } from 'node:crypto';
import { CustodianError } from '../../shared/errors.ts';
import type { OpenedRegistry } from '../registry/registry.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Throws REGISTRY_DAMAGED where somebody made another of them, and closes the registry. */
export function vaultIdentity(registry: Pick<OpenedRegistry, 'lasting' | 'close'>): {
  vaultId: string;
  canary: string;
} {
  const vaultId = registry.lasting('vault-id', randomUUID);
  const canary = registry.lasting('vault-canary', () => randomBytes(24).toString('base64url'));
  if (!UUID.test(vaultId) || canary === '') {
    registry.close();
    throw new CustodianError('REGISTRY_DAMAGED', { detail: 'its name in the keychain is none' });
  }
  return { vaultId, canary };
}

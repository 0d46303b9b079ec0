// How the client id and secret of a tenant lie in the keychain: one small JSON document under the tenant's id.
import { z } from 'zod';
import { CustodianError, isCustodianError } from '../../shared/errors.ts';
import type { Tenant } from '../../shared/model.ts';
import type { SecretVault } from '../core/ports.ts';
import { credentialName } from '../core/secret-name.ts';

const credentialSchema = z.strictObject({ clientId: z.string().min(1), clientSecret: z.string().min(1) });

export type ClientCredential = z.infer<typeof credentialSchema>;

/** Throws PUBLISH_NOT_CONFIGURED when there is none. */
export async function readCredential(vault: SecretVault, tenant: Tenant): Promise<ClientCredential> {
  const credential = await findCredential(vault, tenant);
  if (credential === null) {
    throw new CustodianError('PUBLISH_NOT_CONFIGURED', { tenant: tenant.name, missing: 'credentials' });
  }
  return credential;
}

/** `null` when there is none, or when what is there is not a credential. */
export async function findCredential(vault: SecretVault, tenant: Tenant): Promise<ClientCredential | null> {
  const bytes = await vault.get(credentialName(tenant.id)).catch((error: unknown) => {
    if (isCustodianError(error, 'VAULT_SECRET_MISSING')) {
      return null;
    }
    throw error;
  });
  try {
    return bytes === null ? null : credentialSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return null;
  } finally {
    bytes?.fill(0);
  }
}

export async function storeCredential(vault: SecretVault, tenant: Tenant, credential: ClientCredential): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(credential), 'utf8');
  try {
    await vault.put(credentialName(tenant.id), bytes);
  } finally {
    bytes.fill(0);
  }
}

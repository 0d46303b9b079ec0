// User and password for a proxy: one small JSON document in the keychain that says itself which proxy it is for. The
// registry knows for whom and where, so that a keychain need not be opened where there is no password.
import { z } from 'zod';
import { isCustodianError } from '../../../shared/errors.ts';
import type { SecretVault } from '../../ports/keychain.ts';
import { PROXY_ACCOUNT } from '../../ports/secret-name.ts';

const accountSchema = z.strictObject({ proxy: z.string(), user: z.string().min(1), password: z.string().min(1) });

type KeptAccount = z.infer<typeof accountSchema>;

/** The caller overwrites the bytes. */
export const accountBytes = (account: KeptAccount): Buffer => Buffer.from(JSON.stringify(account), 'utf8');

/**
 * `null` when there is none for this very proxy. Throws VAULT_* codes.
 * SECURITY: whoever edits the address of the proxy in the registry must not have the password sent to a machine of theirs.
 */
export async function accountFor(vault: SecretVault, proxy: string): Promise<KeptAccount | null> {
  const bytes = await vault.get(PROXY_ACCOUNT).catch((error: unknown) => {
    if (isCustodianError(error, 'VAULT_SECRET_MISSING')) {
      return null;
    }
    throw error;
  });
  try {
    const account = bytes === null ? null : accountSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return account?.proxy === proxy ? account : null;
  } catch {
    return null;
  } finally {
    bytes?.fill(0);
  }
}

// User and password for a proxy: one small JSON document in the keychain that says itself which proxy it is for. The
// registry knows for whom and where, so that a keychain need not be opened where there is no password.
import { z } from 'zod';
import { Secret, textIn } from '../../ports/secret.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import { PROXY_ACCOUNT } from '../../ports/secret-name.ts';

const accountSchema = z.strictObject({ proxy: z.string(), user: z.string().min(1), password: z.string().min(1) });

type KeptAccount = z.infer<typeof accountSchema>;

/** The caller disposes of it. */
export const accountSecret = (account: KeptAccount): Secret => Secret.ofText(JSON.stringify(account));

/**
 * `null` when there is none for this very proxy. Throws VAULT_* codes.
 * SECURITY: whoever edits the address of the proxy in the registry must not have the password sent to a machine of theirs.
 */
export async function accountFor(secrets: SecretBox, proxy: string): Promise<KeptAccount | null> {
  using secret = await secrets.find(PROXY_ACCOUNT);
  try {
    const account = secret && accountSchema.parse(JSON.parse(secret.use(textIn)));
    return account?.proxy === proxy ? account : null;
  } catch {
    return null;
  }
}

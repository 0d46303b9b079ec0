// No backup, no going live: a key of production that signs and is in no backup takes the tenant down when this machine is lost.
import type { WireError } from '../../errors.ts';
import type { SigningKey } from '../key-ring/key.ts';
import type { Tenant } from '../tenant/tenant.ts';

/**
 * Whether the key may begin to sign. Elsewhere than in production it may always; a key that must never leave the keychain can be
 * in no backup, which its maker wanted.
 */
export const mayGoLive = (
  { environment }: Pick<Tenant, 'environment'>,
  { id, kid, exportable }: Pick<SigningKey, 'id' | 'kid' | 'exportable'>,
  backedUp: ReadonlySet<string>,
): WireError | null =>
  environment !== 'production' || !exportable || backedUp.has(id)
    ? null
    : { code: 'KEY_NOT_BACKED_UP', facts: { kid } };

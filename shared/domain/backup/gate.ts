// No backup, no going live: a key that signs and is in no backup takes the tenant down when this machine is lost.
import type { WireError } from '../../errors.ts';
import type { SigningKey } from '../key-ring/key.ts';
import type { Environment } from '../limits.ts';
import type { BackupFirst, PolicyTerms } from '../timing/policy.ts';
import type { Tenant } from '../tenant/tenant.ts';

/**
 * Whether the key may begin to sign. Where the policy does not refuse it may always; a key that must never leave the keychain can
 * be in no backup, which its maker wanted.
 */
export const mayGoLive = (
  { environment }: Pick<Tenant, 'environment'>,
  { backupFirst }: Pick<PolicyTerms, 'backupFirst'>,
  { id, kid, exportable }: Pick<SigningKey, 'id' | 'kid' | 'exportable'>,
  backedUp: ReadonlySet<string>,
): WireError | null =>
  refuses(backupFirst, environment) && exportable && !backedUp.has(id)
    ? { code: 'KEY_NOT_BACKED_UP', facts: { kid } }
    : null;

const refuses = (first: BackupFirst, environment: Environment): boolean =>
  first === 'always' || (first === 'production' && environment === 'production');

// What only the screens of a tenant read.
import { useQuery } from '@tanstack/react-query';
import type { ArgsOf } from '../../../shared/contract.ts';
import { credentialKindsOf } from '../../../shared/domain/tenant/credentials.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { useCustodian } from '../../state/custodian.tsx';

/** What may be said of the tenant's credentials; reading it opens the keychain, so it is asked for where it is shown. */
export function useCredentials(tenant: string, wanted = true) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['credentials.show', tenant],
    queryFn: () => custodian.call('credentials.show', { tenant }),
    enabled: wanted,
  });
}

/** What the edit would bring with it; `null` while there is none that could be made. */
export function useEditConsequences(args: ArgsOf<'tenant.edit'> | null) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['tenant.previewEdit', args],
    queryFn: () => (args === null ? [] : custodian.call('tenant.previewEdit', args)),
    placeholderData: args === null ? [] : (before) => before,
  });
}

/** Whether there is what lets us in at the tenant, or nothing is needed for that. */
export function useIsEntered({ name, endpoint }: Pick<Tenant, 'name' | 'endpoint'>): boolean {
  const isNeeded = credentialKindsOf(endpoint).length > 0;
  const { data } = useCredentials(name, isNeeded);
  return !isNeeded || data?.fits === true;
}

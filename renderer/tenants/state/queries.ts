// What only the screens of a tenant read.
import { useQuery } from '@tanstack/react-query';
import { useCustodian } from '../../state/custodian.tsx';

/** What may be said of the tenant's credentials; reading it opens the keychain, so it is asked for where it is shown. */
export function useCredentials(tenant: string) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['credentials.show', tenant],
    queryFn: () => custodian.call('credentials.show', { tenant }),
  });
}

// What many screens read, one hook for each reading channel; what one subject reads stands in its own folder.
import { useQuery } from '@tanstack/react-query';
import { useCustodian } from './custodian.tsx';

const STATUS_EVERY_MS = 15_000;

/**
 * The keychain may be locked or opened by the system at any moment, so its state is asked again and again; `afresh` also
 * when the screen is opened.
 */
export function useAppStatus({ afresh = false } = {}) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['app.status'],
    queryFn: () => custodian.call('app.status', {}),
    refetchInterval: STATUS_EVERY_MS,
    refetchOnWindowFocus: 'always',
    refetchOnMount: afresh ? 'always' : true,
  });
}

export function useTenants() {
  const custodian = useCustodian();
  return useQuery({ queryKey: ['tenant.list'], queryFn: () => custodian.call('tenant.list', {}) });
}

export function useTenant(tenant: string, wanted = true) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['tenant.show', tenant],
    queryFn: () => custodian.call('tenant.show', { tenant }),
    enabled: wanted,
  });
}

/** Who may say the second yes for a tenant, and for what. */
export function useFourEyes(tenant: string, wanted = true) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['fourEyes.show', tenant],
    queryFn: () => custodian.call('fourEyes.show', { tenant }),
    enabled: wanted,
  });
}

// What waits, and what travels.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { REMOTE, useCustodian } from '../../state/custodian.tsx';
import { decisionArgs, type Decisions } from '../../publishing/state/foreign-decisions.ts';

/** What waits for the network, travels with a courier, or changed and was not pushed. */
export function useOutbox() {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['outbox.list'],
    queryFn: () => custodian.call('outbox.list', {}),
  });
}

/** What a bundle would hold. Like a preview it does not change under the officer’s hand. */
export function useBundlePreview(tenant: string, decisions: Decisions, wanted: boolean) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: [REMOTE, 'bundle.preview', tenant, decisions],
    queryFn: () => custodian.call('bundle.preview', { tenant, ...decisionArgs(decisions) }),
    enabled: wanted,
    placeholderData: keepPreviousData,
  });
}

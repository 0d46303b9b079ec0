// What plans read.
import { useQuery } from '@tanstack/react-query';
import type { PlanOrder } from '../../../shared/domain/plan/plan.ts';
import { useCustodian } from '../../state/custodian.tsx';
import { readAgainIn } from './plan.ts';

/** The plan that the ring is in, of this order. Time alone moves it, so it is read again when a wait ends. */
export function usePlan(tenant: string, ring: string, order: PlanOrder) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['plan.show', tenant, ring, order],
    queryFn: () => custodian.call('plan.show', { tenant, ring, order }),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data === undefined ? false : readAgainIn(data, Date.now())),
  });
}

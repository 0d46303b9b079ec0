// What is read over all tenants.
import { useQuery } from '@tanstack/react-query';
import { SOON_DAYS } from '../../../shared/domain/timing/forecast.ts';
import { useCustodian } from '../../state/custodian.tsx';

/** The longest look ahead that a screen offers. */
export const DUE_DAYS = 365;

const DUE_EVERY_MS = 5 * 60_000;

/** Once for the longest look ahead; screens take from it what they show. Time alone makes things due, so it is read again. */
export function useDue() {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['fleet.due'],
    queryFn: () => custodian.call('fleet.due', { days: DUE_DAYS }),
    refetchInterval: DUE_EVERY_MS,
  });
}

/** What is overdue or soon, which the window shows at every start: of a large fleet a fraction of all that is coming. */
export function usePressing() {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['fleet.due', 'pressing'],
    queryFn: () => custodian.call('fleet.due', { days: SOON_DAYS }),
    refetchInterval: DUE_EVERY_MS,
  });
}

/** Every ring and kid, read when somebody is looking for one. */
export function useFleetRings(wanted: boolean) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['fleet.rings'],
    queryFn: () => custodian.call('fleet.rings', {}),
    enabled: wanted,
  });
}

/** What a pasted fingerprint belongs to. */
export function useFoundText(text: string, wanted: boolean) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['find.text', text.trim()],
    queryFn: () => custodian.call('find.text', { text: text.slice(0, 500) }),
    enabled: wanted,
  });
}

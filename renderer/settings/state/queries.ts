// What settings read.
import { useQuery } from '@tanstack/react-query';
import { useCustodian } from '../../state/custodian.tsx';

export function usePreferences() {
  const custodian = useCustodian();
  return useQuery({ queryKey: ['preferences.read'], queryFn: () => custodian.call('preferences.read', {}) });
}

export function useNetwork() {
  const custodian = useCustodian();
  return useQuery({ queryKey: ['network.show'], queryFn: () => custodian.call('network.show', {}) });
}

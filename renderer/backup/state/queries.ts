import { useQuery } from '@tanstack/react-query';
import { useCustodian } from '../../state/custodian.tsx';

export function useBackupStatus() {
  const custodian = useCustodian();
  return useQuery({ queryKey: ['backup.status'], queryFn: () => custodian.call('backup.status', {}) });
}

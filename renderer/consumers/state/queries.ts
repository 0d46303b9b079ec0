// What the register of consumers reads.
import { useQuery } from '@tanstack/react-query';
import { useCustodian } from '../../state/custodian.tsx';

/** The register, with what each consumer has not confirmed yet. */
export function useConsumers(tenant: string) {
  const custodian = useCustodian();
  return useQuery({ queryKey: ['consumer.list', tenant], queryFn: () => custodian.call('consumer.list', { tenant }) });
}

// What the screens of keys read.
import { useQuery } from '@tanstack/react-query';
import { useCustodian } from '../../state/custodian.tsx';

export function useCertificate(tenant: string, kid: string) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['key.certificate', tenant, kid],
    queryFn: () => custodian.call('key.certificate', { tenant, kid }),
  });
}

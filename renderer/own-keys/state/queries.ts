// What is read of the keys with which a tenant signs.
import { useQuery } from '@tanstack/react-query';
import { REMOTE, useCustodian } from '../../state/custodian.tsx';
import { readFrom, useStoppable } from '../../state/stoppable.ts';

/** Read afresh whenever the screen opens, and then only when the officer asks or has changed something. */
export function useOwnKeys(tenant: string) {
  const custodian = useCustodian();
  const queryKey = [REMOTE, 'remote.keys', tenant];
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => custodian.call('remote.keys', { tenant }, { signal }),
    staleTime: 0,
    gcTime: 0,
  });
  return readFrom(query, useStoppable(queryKey, query.isFetching));
}

// What exports and hand-overs read.
import { useQuery } from '@tanstack/react-query';
import type { ArgsOf } from '../../../shared/contract.ts';
import { useCustodian } from '../../state/custodian.tsx';

export function useExportPreview(args: ArgsOf<'export.preview'>) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['export.preview', args],
    queryFn: () => custodian.call('export.preview', args),
  });
}

/** The ledger, oldest first; of one key when it is named. */
export function useHandOvers(args: ArgsOf<'handover.list'>) {
  const custodian = useCustodian();
  return useQuery({ queryKey: ['handover.list', args], queryFn: () => custodian.call('handover.list', args) });
}

// What policies read.
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import { useCustodian } from '../../state/custodian.tsx';

export function usePolicies() {
  const custodian = useCustodian();
  return useQuery({ queryKey: ['policy.list'], queryFn: () => custodian.call('policy.list', {}) });
}

/** What the terms come to; the former answer stays on the screen until the next is there. `null` asks nothing. */
export function usePolicyPreview(args: ParsedArgsOf<'policy.preview'> | null) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['policy.preview', args],
    queryFn: args === null ? skipToken : () => custodian.call('policy.preview', args),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

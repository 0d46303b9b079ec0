// What publishing reads.
import { useQueries, useQuery } from '@tanstack/react-query';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import { REMOTE, useCustodian } from '../../state/custodian.tsx';
import { aimArgs, aimKey, type PublishAim } from './publish-aim.ts';
import { decisionArgs, type Decisions } from './foreign-decisions.ts';
import { readFrom, useStoppable } from '../../state/stoppable.ts';

/** The recorded proofs, newest first. */
export function useEvidence(tenant: string) {
  const custodian = useCustodian();
  return useQuery({ queryKey: ['evidence.list', tenant], queryFn: () => custodian.call('evidence.list', { tenant }) });
}

/** When the tenant was last proven from outside; `undefined` until that is known. */
export function useProvenAt(tenant: string): Instant | null | undefined {
  const { data } = useEvidence(tenant);
  return data === undefined ? undefined : (data.find(({ ok }) => ok)?.at ?? null);
}

/** The names of those with a proof on record that held; `null` until all have answered. */
export function useProven(tenants: readonly string[]): ReadonlySet<string> | null {
  const custodian = useCustodian();
  return useQueries({
    queries: tenants.map((tenant) => ({
      queryKey: ['evidence.list', tenant],
      queryFn: () => custodian.call('evidence.list', { tenant }),
    })),
    combine: (answers) =>
      answers.some(({ data }) => data === undefined)
        ? null
        : new Set(tenants.filter((_, nth) => answers[nth]?.data?.some(({ ok }) => ok))),
  });
}

/** Read afresh whenever the screen opens, and then only when the officer asks. */
export function usePublicationPreview(tenant: string, aim: PublishAim, decisions: Decisions) {
  const custodian = useCustodian();
  const meant = aimKey(aim);
  const queryKey = [REMOTE, 'publish.preview', tenant, meant, decisions];
  const args = { tenant, ...aimArgs(aim), ...decisionArgs(decisions) };
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => custodian.call('publish.preview', args, { signal }),
    // The former preview stays on the screen while one with other foreign keys is read, but not one with another aim.
    placeholderData: (former, asked) => (asked?.queryKey[3] === meant ? former : undefined),
    staleTime: 0,
    gcTime: 0,
  });
  return readFrom(query, useStoppable(queryKey, query.isFetching));
}

/** Newest first. */
export function usePublishHistory(tenant: string) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['publish.history', tenant],
    queryFn: () => custodian.call('publish.history', { tenant }),
  });
}

// What the screens read, one hook for each reading channel.
import { decisionArgs, type Decisions } from './foreign-decisions.ts';
import { keepPreviousData, skipToken, useQueries, useQuery } from '@tanstack/react-query';
import type { ArgsOf, ParsedArgsOf } from '../../shared/contract.ts';
import type { AuditEntry } from '../../shared/domain/audit/entry.ts';
import type { PlanOrder } from '../../shared/domain/plan/plan.ts';
import type { Custodian } from '../bridge.ts';
import { REMOTE, useCustodian } from './custodian.tsx';
import { readAgainIn } from './plan.ts';
import { aimArgs, aimKey, type PublishAim } from './publish-aim.ts';
import { type Stoppable, useStoppable } from './stoppable.ts';

const STATUS_EVERY_MS = 15_000;
const AUDIT_PAGE = 1000;

/** The longest look ahead that a screen offers. */
export const DUE_DAYS = 365;
const DUE_EVERY_MS = 5 * 60_000;

/** The keychain may be locked or opened by the system at any moment, so its state is asked again and again. */
export function useAppStatus() {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['app.status'],
    queryFn: () => custodian.call('app.status', {}),
    refetchInterval: STATUS_EVERY_MS,
    refetchOnWindowFocus: 'always',
  });
}

export function usePreferences() {
  const custodian = useCustodian();
  return useQuery({ queryKey: ['preferences.read'], queryFn: () => custodian.call('preferences.read', {}) });
}

export function useTenants() {
  const custodian = useCustodian();
  return useQuery({ queryKey: ['tenant.list'], queryFn: () => custodian.call('tenant.list', {}) });
}

export function useTenant(tenant: string) {
  const custodian = useCustodian();
  return useQuery({ queryKey: ['tenant.show', tenant], queryFn: () => custodian.call('tenant.show', { tenant }) });
}

export function useCertificate(tenant: string, kid: string) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['key.certificate', tenant, kid],
    queryFn: () => custodian.call('key.certificate', { tenant, kid }),
  });
}

export function useExportPreview(args: ArgsOf<'export.preview'>) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['export.preview', args],
    queryFn: () => custodian.call('export.preview', args),
  });
}

/** The recorded proofs, newest first. */
export function useEvidence(tenant: string) {
  const custodian = useCustodian();
  return useQuery({ queryKey: ['evidence.list', tenant], queryFn: () => custodian.call('evidence.list', { tenant }) });
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

/** The ledger, oldest first; of one key when it is named. */
export function useHandOvers(args: ArgsOf<'handover.list'>) {
  const custodian = useCustodian();
  return useQuery({ queryKey: ['handover.list', args], queryFn: () => custodian.call('handover.list', args) });
}

/** Once for the longest look ahead; screens take from it what they show. Time alone makes things due, so it is read again. */
export function useDue() {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['fleet.due'],
    queryFn: () => custodian.call('fleet.due', { days: DUE_DAYS }),
    refetchInterval: DUE_EVERY_MS,
  });
}

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

/** The register, with what each consumer has not confirmed yet. */
export function useConsumers(tenant: string) {
  const custodian = useCustodian();
  return useQuery({ queryKey: ['consumer.list', tenant], queryFn: () => custodian.call('consumer.list', { tenant }) });
}

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

/** Every ring and kid, read when somebody is looking for one. */
export function useFleetRings(wanted: boolean) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['fleet.rings'],
    queryFn: () => custodian.call('fleet.rings', {}),
    enabled: wanted,
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

/** What waits for the network, travels with a courier, or changed and was not pushed. */
export function useOutbox() {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['outbox.list'],
    queryFn: () => custodian.call('outbox.list', {}),
  });
}

/** What a bundle would hold. Like a preview it does not change under the officer’s hand. */
export function useBundlePreview(tenant: string, decisions: Decisions, wanted: boolean) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: [REMOTE, 'bundle.preview', tenant, decisions],
    queryFn: () => custodian.call('bundle.preview', { tenant, ...decisionArgs(decisions) }),
    enabled: wanted,
    placeholderData: keepPreviousData,
  });
}

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

/** What is read from far away, as its screens need it. */
interface RemoteRead<T> extends Stoppable {
  data: T | undefined;
  error: Error | null;
  isPending: boolean;
  isFetching: boolean;
  refetch: () => Promise<unknown>;
}

const readFrom = <T>(
  { data, error, isPending, isFetching, refetch }: Omit<RemoteRead<T>, keyof Stoppable>,
  stoppable: Stoppable,
): RemoteRead<T> => ({ data, error, isPending, isFetching, refetch, ...stoppable });

/** What may be said of the tenant's credentials; reading it opens the keychain, so it is asked for where it is shown. */
export function useCredentials(tenant: string) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['credentials.show', tenant],
    queryFn: () => custodian.call('credentials.show', { tenant }),
  });
}

/** Newest first. */
export function usePublishHistory(tenant: string) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['publish.history', tenant],
    queryFn: () => custodian.call('publish.history', { tenant }),
  });
}

export function useNetwork() {
  const custodian = useCustodian();
  return useQuery({ queryKey: ['network.show'], queryFn: () => custodian.call('network.show', {}) });
}

/** The whole chain, newest entry first. */
export function useAuditLog() {
  const custodian = useCustodian();
  return useQuery({ queryKey: ['audit.list'], queryFn: () => readAuditLog(custodian) });
}

async function readAuditLog(custodian: Custodian): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  let page: AuditEntry[];
  do {
    page = await custodian.call('audit.list', { afterSeq: entries.at(-1)?.seq ?? 0, limit: AUDIT_PAGE });
    entries.push(...page);
  } while (page.length === AUDIT_PAGE);
  return entries.toReversed();
}

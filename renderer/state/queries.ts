// What the screens read, one hook for each reading channel.
import { useQuery } from '@tanstack/react-query';
import type { AuditEntry, ExportFormat } from '../../shared/model.ts';
import type { Custodian } from '../bridge.ts';
import { REMOTE, useCustodian } from './custodian.tsx';

const STATUS_EVERY_MS = 15_000;
const AUDIT_PAGE = 1000;

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

export function useExportPreview(tenant: string, kid: string, format: ExportFormat) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: ['export.preview', tenant, kid, format],
    queryFn: () => custodian.call('export.preview', { tenant, kid, format }),
  });
}

/** Read afresh whenever the screen opens, and then only when the officer asks. */
export function usePublicationPreview(tenant: string) {
  const custodian = useCustodian();
  return useQuery({
    queryKey: [REMOTE, 'publish.preview', tenant],
    queryFn: () => custodian.call('publish.preview', { tenant }),
    staleTime: 0,
    gcTime: 0,
  });
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

// What the screen of the audit log reads.
import { useQuery } from '@tanstack/react-query';
import type { AuditEntry } from '../../../shared/domain/audit/entry.ts';
import type { Custodian } from '../../bridge.ts';
import { useCustodian } from '../../state/custodian.tsx';

const AUDIT_PAGE = 1000;

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

// Reading the audit chain, and checking it from its first entry.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { AuditEntry, AuditVerdict } from '../../../shared/model.ts';
import { verifyChain } from '../audit-chain.ts';
import type { Ports } from '../ports.ts';

const BATCH = 1000;

export function listAudit({ registry }: Pick<Ports, 'registry'>, args: ParsedArgsOf<'audit.list'>): AuditEntry[] {
  return registry.read((reader) => reader.audit(args.afterSeq, args.limit));
}

export function verifyAudit({ registry }: Pick<Ports, 'registry'>): AuditVerdict {
  return verifyChain(batches(registry));
}

function* batches(registry: Ports['registry']): Iterable<AuditEntry[]> {
  let afterSeq = 0;
  for (;;) {
    const batch = registry.read((reader) => reader.audit(afterSeq, BATCH));
    const last = batch.at(-1);
    if (last === undefined) {
      return;
    }
    yield batch;
    afterSeq = last.seq;
  }
}

// Reading the entries of the audit chain from the registry: in batches, so that a long chain need not fit in memory.
import type { AuditEntry } from '../../shared/domain/audit/entry.ts';
import type { RegistryReader } from './registry-reader.ts';

const BATCH = 1000;

/** All entries after `afterSeq`, oldest first. */
export function* auditBatches(reader: RegistryReader, afterSeq = 0): Generator<AuditEntry[]> {
  let batch = reader.audit(afterSeq, BATCH);
  for (let last = batch.at(-1); last !== undefined; last = batch.at(-1)) {
    yield batch;
    batch = reader.audit(last.seq, BATCH);
  }
}

/** The hash that the registry has for an entry; `null` when it has no such entry. */
export function hashAt(reader: RegistryReader, seq: number): string | null {
  const [entry] = reader.audit(seq - 1, 1);
  return entry?.seq === seq ? entry.hash : null;
}

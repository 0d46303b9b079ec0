// The audit chain: every entry holds the hash of the one before it, so an edit, a deletion or a reorder shows.
// Pure functions over entries; the registry appends with them and `audit verify` checks with them.
import { createHash } from 'node:crypto';
import type { AuditEntry, AuditVerdict, Instant } from '../../shared/model.ts';
import { canonicalJson } from './canonical-json.ts';
import type { AuditAct } from './ports.ts';

/** What the first entry names as its predecessor. */
export const CHAIN_START = '0'.repeat(64);

type ChainHead = Pick<AuditEntry, 'seq' | 'hash'>;

const EMPTY_CHAIN: ChainHead = { seq: 0, hash: CHAIN_START };

/** The entry that follows `last`, or the first one. */
export function nextEntry(last: ChainHead | null, at: Instant, actor: string, act: AuditAct): AuditEntry {
  const head = last ?? EMPTY_CHAIN;
  const body = { seq: head.seq + 1, at, actor, ...act, previousHash: head.hash };
  return { ...body, hash: hashOf(body) };
}

/** Checks a whole chain, given in order of sequence and in batches so that a long one need not fit in memory. */
export function verifyChain(batches: Iterable<readonly AuditEntry[]>): AuditVerdict {
  let head = EMPTY_CHAIN;
  for (const batch of batches) {
    for (const entry of batch) {
      const { hash, ...body } = entry;
      if (body.seq !== head.seq + 1 || body.previousHash !== head.hash || hashOf(body) !== hash) {
        return { ok: false, entries: head.seq, brokenAt: head.seq + 1, head: head.hash };
      }
      head = { seq: body.seq, hash };
    }
  }
  return { ok: true, entries: head.seq, brokenAt: null, head: head.hash };
}

function hashOf(body: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(body), 'utf8').digest('hex');
}

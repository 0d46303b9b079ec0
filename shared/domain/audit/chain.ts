// The audit chain: every entry holds the hash of the one before it, so an edit, a deletion or a reorder shows.
// Pure functions over entries; the registry appends with them and `audit verify` checks with them. That the end was not
// cut off is no matter of the chain: see audit-seal.ts.
import type { AuditAct, AuditEntry } from './entry.ts';
import type { Instant } from '../timing/instant.ts';
import { canonicalHash } from '../../encoding/canonical-json.ts';

/** What the first entry names as its predecessor. */
export const CHAIN_START = '0'.repeat(64);

/** A place in the chain: an entry's number and hash stand for everything up to it. */
export type ChainHead = Pick<AuditEntry, 'seq' | 'hash'>;

export const EMPTY_CHAIN: ChainHead = { seq: 0, hash: CHAIN_START };

export interface ChainVerdict {
  ok: boolean;
  /** Sequence number of the first entry that does not fit; `null` when all do. */
  brokenAt: number | null;
  /** The last entry that fits. */
  head: ChainHead;
}

/** The entry that follows `last`, or the first one. */
export function nextEntry(
  last: ChainHead | null,
  at: Instant,
  actor: string,
  act: AuditAct & Pick<AuditEntry, 'state'>,
): AuditEntry {
  const head = last ?? EMPTY_CHAIN;
  const body = { seq: head.seq + 1, at, actor, ...act, previousHash: head.hash };
  return { ...body, hash: hashOf(body) };
}

export function follows(head: ChainHead, { hash, ...body }: AuditEntry): boolean {
  return body.seq === head.seq + 1 && body.previousHash === head.hash && hashOf(body) === hash;
}

/**
 * Checks a chain, given in order of sequence and in batches so that a long one need not fit in memory. `from` is a place
 * that is known to be right; without it the whole chain is meant.
 */
export function verifyChain(batches: Iterable<readonly AuditEntry[]>, from: ChainHead = EMPTY_CHAIN): ChainVerdict {
  let head = from;
  for (const batch of batches) {
    for (const entry of batch) {
      if (!follows(head, entry)) {
        return { ok: false, brokenAt: head.seq + 1, head };
      }
      head = { seq: entry.seq, hash: entry.hash };
    }
  }
  return { ok: true, brokenAt: null, head };
}

function hashOf(body: Omit<AuditEntry, 'hash'>): string {
  return canonicalHash(body);
}

// Finding entries of the audit log by any of their public parts.
import type { AuditEntry } from '../../../shared/domain/audit/entry.ts';
import { actionWord } from '../../text/model.ts';

/** Every word of `text` must occur somewhere in the entry, in any case. */
export function matchingEntries(entries: readonly AuditEntry[], text: string): readonly AuditEntry[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0 ? entries : entries.filter((entry) => holdsAll(entry, words));
}

function holdsAll({ actor, action, subject, details, hash }: AuditEntry, words: readonly string[]): boolean {
  const haystack = [actor, action, actionWord(action), subject, JSON.stringify(details), hash].join(' ').toLowerCase();
  return words.every((word) => haystack.includes(word));
}

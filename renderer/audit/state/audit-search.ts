// Finding entries of the audit log: by tenant, act, time and key, and by any of their public parts.
import type { AuditEntry } from '../../../shared/domain/audit/entry.ts';
import { selectedEntries } from '../../../shared/domain/audit/selection.ts';
import { actionWord } from '../../text/model.ts';
import { holdsWords } from '../../text/search.ts';

/** What is empty is not asked for. Days are those of this machine's calendar, the last one included. */
export interface Filters {
  text: string;
  tenant: string;
  action: string;
  kid: string;
  from: string;
  until: string;
}

export const NO_FILTERS: Filters = { text: '', tenant: '', action: '', kid: '', from: '', until: '' };

/** `entries` newest first, all of them; and so is the answer. */
export function filteredEntries(entries: readonly AuditEntry[], filters: Filters): readonly AuditEntry[] {
  const { text, tenant, action, kid, from, until } = filters;
  const selection = {
    tenant: tenant || undefined,
    action: action || undefined,
    kid: kid.trim() || undefined,
    from: startOf(from, 0),
    to: startOf(until, 1),
  };
  return matchingEntries(selectedEntries(entries.toReversed(), selection).toReversed(), text);
}

function startOf(day: string, later: number): string | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return day === '' ? undefined : new Date(year, month - 1, date + later).toISOString();
}

const matchingEntries = (entries: readonly AuditEntry[], text: string): readonly AuditEntry[] =>
  text.trim() === ''
    ? entries
    : entries.filter(({ at, actor, action, subject, details, hash }) =>
        holdsWords(text, [at, actor, action, actionWord(action), subject, JSON.stringify(details), hash]),
      );

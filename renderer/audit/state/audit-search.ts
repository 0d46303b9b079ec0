// Finding entries of the audit log by any of their public parts.
import type { AuditEntry } from '../../../shared/domain/audit/entry.ts';
import { actionWord } from '../../text/model.ts';
import { holdsWords } from '../../text/search.ts';

export const matchingEntries = (entries: readonly AuditEntry[], text: string): readonly AuditEntry[] =>
  text.trim() === ''
    ? entries
    : entries.filter(({ at, actor, action, subject, details, hash }) =>
        holdsWords(text, [at, actor, action, actionWord(action), subject, JSON.stringify(details), hash]),
      );

// The audit chain, and the notes about keychain entries, as rows.
import type { AuditEntry } from '../../../shared/domain/audit/entry.ts';
import type { VaultIntent } from '../../ports/keychain.ts';
import { integer, json, oneOf, type Row, type SqlValue, text } from '../columns.ts';

export const auditFrom = (row: Row): AuditEntry => ({
  seq: integer(row, 'seq'),
  at: text(row, 'at'),
  actor: text(row, 'actor'),
  action: text(row, 'action'),
  subject: text(row, 'subject'),
  details: json<AuditEntry['details']>(row, 'details'),
  ...(row['state'] !== null && { state: text(row, 'state') }),
  previousHash: text(row, 'previous_hash'),
  hash: text(row, 'hash'),
});

export const auditColumns = (entry: AuditEntry): Record<string, SqlValue> => ({
  seq: entry.seq,
  at: entry.at,
  actor: entry.actor,
  action: entry.action,
  subject: entry.subject,
  details: JSON.stringify(entry.details),
  state: entry.state ?? null,
  previous_hash: entry.previousHash,
  hash: entry.hash,
});

export const intentFrom = (row: Row): VaultIntent => ({
  name: text(row, 'name'),
  purpose: oneOf(row, 'purpose', ['write', 'remove']),
  at: text(row, 'at'),
});

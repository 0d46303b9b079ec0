// The ledger of private halves that were handed over as rows.
import { type HandOver, PRIVATE_FORMATS } from '../../../shared/domain/exports/hand-over.ts';
import { integer, oneOf, type Row, type SqlValue, text, textOrNull } from '../columns.ts';

export const handOverFrom = (row: Row): HandOver => ({
  number: integer(row, 'number'),
  at: text(row, 'at'),
  actor: text(row, 'actor'),
  tenant: text(row, 'tenant'),
  kid: text(row, 'kid'),
  format: oneOf(row, 'format', PRIVATE_FORMATS),
  protection: text(row, 'protection'),
  to: text(row, 'handed_to'),
  recipient: textOrNull(row, 'recipient'),
  sha256: text(row, 'sha256'),
  savedAt: textOrNull(row, 'saved_at'),
});

export const handOverColumns = (handOver: HandOver): Record<string, SqlValue> => ({
  number: handOver.number,
  at: handOver.at,
  actor: handOver.actor,
  tenant: handOver.tenant,
  kid: handOver.kid,
  format: handOver.format,
  protection: handOver.protection,
  handed_to: handOver.to,
  recipient: handOver.recipient,
  sha256: handOver.sha256,
  saved_at: handOver.savedAt,
});

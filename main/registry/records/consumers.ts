// The register of consumers as rows.
import { type Consumer, CONSUMER_NOTES, type ConsumerNote } from '../../../shared/domain/consumers/consumer.ts';
import { EXPORT_FORMATS } from '../../../shared/domain/limits.ts';
import { VERIFIER_IDS } from '../../../shared/domain/verifiers.ts';
import { integer, json, oneOf, type Row, type SqlValue, text, textOrNull } from '../columns.ts';

export const consumerFrom = (row: Row): Consumer => ({
  id: text(row, 'id'),
  tenantId: text(row, 'tenant_id'),
  name: text(row, 'name'),
  verifier: oneOf(row, 'verifier', VERIFIER_IDS),
  cacheSeconds: row['cache_seconds'] === null ? null : integer(row, 'cache_seconds'),
  contact: textOrNull(row, 'contact'),
  format: row['format'] === null ? null : oneOf(row, 'format', EXPORT_FORMATS),
  rings: row['rings'] === null ? null : json<string[]>(row, 'rings'),
  note: textOrNull(row, 'note'),
  createdAt: text(row, 'created_at'),
});

export const consumerColumns = (consumer: Consumer): Record<string, SqlValue> & { id: string } => ({
  id: consumer.id,
  tenant_id: consumer.tenantId,
  name: consumer.name,
  verifier: consumer.verifier,
  cache_seconds: consumer.cacheSeconds,
  contact: consumer.contact,
  format: consumer.format,
  rings: consumer.rings === null ? null : JSON.stringify(consumer.rings),
  note: consumer.note,
  created_at: consumer.createdAt,
});

export const consumerNoteFrom = (row: Row): ConsumerNote => ({
  consumerId: text(row, 'consumer_id'),
  kid: text(row, 'kid'),
  kind: oneOf(row, 'kind', CONSUMER_NOTES),
  at: text(row, 'at'),
  by: text(row, 'actor'),
});

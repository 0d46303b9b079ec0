// The register of consumers.
import { type Consumer, CONSUMER_NOTES, type ConsumerNote } from '../../../shared/domain/consumers/consumer.ts';
import { EXPORT_FORMATS } from '../../../shared/domain/formats.ts';
import { VERIFIER_IDS } from '../../../shared/domain/verifiers.ts';
import { column, integer, json, oneOf, orNull, table, text } from '../codec.ts';
import type { Subject } from '../subject.ts';

const CONSUMERS = table<Consumer>('consumers', {
  id: text,
  tenantId: text,
  name: text,
  verifier: oneOf(VERIFIER_IDS),
  cacheSeconds: orNull(integer),
  contact: orNull(text),
  format: orNull(oneOf(EXPORT_FORMATS)),
  rings: orNull(json()),
  note: orNull(text),
  createdAt: text,
});

const NOTES = table<ConsumerNote>('consumer_notes', {
  consumerId: text,
  kid: text,
  kind: oneOf(CONSUMER_NOTES),
  at: text,
  by: column('actor', text),
});

export const consumers = {
  reads: (rows) => ({
    allConsumers: () => rows.all(CONSUMERS),
    consumers: (tenantId) => rows.of(CONSUMERS, tenantId),
    consumerNotes(tenantId) {
      rows.hold(CONSUMERS, tenantId);
      const where = 'WHERE consumer_id IN (SELECT id FROM consumers WHERE tenant_id = ?) ORDER BY rowid';
      return rows.all(NOTES, where, tenantId);
    },
  }),
  changes: (rows, actor) => ({
    addConsumer: (consumer) => rows.insert(CONSUMERS, consumer),
    updateConsumer: (consumer) => rows.update(CONSUMERS, consumer),
    removeConsumer: (consumerId) => rows.remove(CONSUMERS, { id: consumerId }),
    addConsumerNote: (note) => rows.insert(NOTES, { ...note, by: actor }),
  }),
} satisfies Subject;

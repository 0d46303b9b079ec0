// Registered consumers for tests of rules.
import type { RegisteredConsumer } from '../../shared/domain/consumers/needs.ts';
import type { Consumer, ConsumerNote } from '../../shared/domain/consumers/consumer.ts';
import { AT } from './keys.ts';

let counter = 0;

export function aConsumer(part: Partial<Consumer> = {}, notes: readonly Note[] = []): RegisteredConsumer {
  counter += 1;
  const id = part.id ?? `consumer-${counter}`;
  const consumer: Consumer = {
    id,
    tenantId: 'tenant',
    name: `Consumer ${counter}`,
    verifier: 'pinned',
    cacheSeconds: null,
    contact: null,
    format: null,
    rings: null,
    note: null,
    createdAt: AT,
    ...part,
  };
  return { consumer, notes: notes.map((note) => ({ consumerId: id, at: AT, by: 'officer', ...note })) };
}

type Note = Pick<ConsumerNote, 'kid' | 'kind'> & Partial<ConsumerNote>;

/** The same consumer with one more note. */
export function noted(one: RegisteredConsumer, note: Note): RegisteredConsumer {
  return { ...one, notes: [...one.notes, { consumerId: one.consumer.id, at: AT, by: 'officer', ...note }] };
}

// The ledger of private keys that were handed over.
import { type HandOver, PRIVATE_FORMATS } from '../../../shared/domain/exports/hand-over.ts';
import { column, integer, oneOf, orNull, table, text } from '../codec.ts';
import type { Subject } from '../subject.ts';

const HAND_OVERS = table<HandOver>('hand_overs', {
  number: integer,
  at: text,
  actor: text,
  tenant: text,
  kid: text,
  format: oneOf(PRIVATE_FORMATS),
  protection: text,
  to: column('handed_to', text),
  recipient: orNull(text),
  sha256: text,
  savedAt: orNull(text),
});

const NUMBERS = table<Pick<HandOver, 'number'>>('hand_overs', { number: integer });

export const handOvers = {
  reads: (rows) => ({
    handOvers: (tenantId) => rows.of(HAND_OVERS, tenantId),
  }),
  changes: (rows, actor) => ({
    addHandOver(tenantId, made) {
      const [last] = rows.unheld(NUMBERS, 'ORDER BY number DESC LIMIT 1');
      const handOver = { number: (last?.number ?? 0) + 1, actor, savedAt: null, ...made };
      rows.insert(HAND_OVERS, handOver, { tenant_id: tenantId });
      return handOver;
    },
    noteHandOverSaved: (number, at) => rows.set(HAND_OVERS, { number }, { saved_at: at }),
  }),
} satisfies Subject;

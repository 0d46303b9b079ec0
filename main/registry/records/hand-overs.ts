// The ledger of private keys that were handed over.
import { type CopyOut, type HandOver, PRIVATE_FORMATS, READ_BACKS } from '../../../shared/domain/exports/hand-over.ts';
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
  confirmedAt: orNull(text),
  confirmedBy: orNull(oneOf(READ_BACKS)),
  destroyedAt: orNull(text),
  destroyedHow: orNull(text),
});

const COPIES_OUT = table<CopyOut>('hand_overs', { tenantId: text, kid: text });

const NUMBERS = table<Pick<HandOver, 'number'>>('hand_overs', { number: integer });

export const handOvers = {
  reads: (rows) => ({
    handOvers: (tenantId) => rows.of(HAND_OVERS, tenantId),
    copiesOut: () => rows.all(COPIES_OUT, 'WHERE destroyed_at IS NULL ORDER BY number'),
  }),
  changes: (rows, actor) => ({
    addHandOver(tenantId, made) {
      const [last] = rows.unheld(NUMBERS, 'ORDER BY number DESC LIMIT 1');
      const open = { savedAt: null, confirmedAt: null, confirmedBy: null, destroyedAt: null, destroyedHow: null };
      const handOver = { number: (last?.number ?? 0) + 1, actor, ...open, ...made };
      rows.insert(HAND_OVERS, handOver, { tenant_id: tenantId });
      return handOver;
    },
    noteHandOverSaved: (number, at) => rows.set(HAND_OVERS, { number }, { saved_at: at }),
    noteCopyConfirmed: (number, at, by) => rows.set(HAND_OVERS, { number }, { confirmed_at: at, confirmed_by: by }),
    noteCopyDestroyed: (number, at, how) => rows.set(HAND_OVERS, { number }, { destroyed_at: at, destroyed_how: how }),
  }),
} satisfies Subject;

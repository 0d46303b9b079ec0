// What the officer types about a consumer, and what the contract makes of it.
import { type Consumer, isPinned } from '../../../shared/domain/consumers/consumer.ts';
import type { ExportFormat } from '../../../shared/domain/formats.ts';
import type { VerifierId } from '../../../shared/domain/verifiers.ts';
import { secondsOf, type Span, spanOf } from '../../parts/span.ts';

export interface ConsumerValues {
  name: string;
  verifier: VerifierId;
  /** Blank: as its product does by itself. */
  cacheSeconds: Span;
  contact: string;
  /** Blank: it fetches the set by itself. */
  format: ExportFormat | '';
  /** Empty: all rings. */
  rings: readonly string[];
  note: string;
}

const NEW: Pick<Consumer, 'name' | 'verifier' | 'cacheSeconds' | 'contact' | 'format' | 'rings' | 'note'> = {
  name: '',
  verifier: 'pinned',
  cacheSeconds: null,
  contact: null,
  format: 'cer',
  rings: null,
  note: null,
};

export function consumerValues(known: Consumer | null): ConsumerValues {
  const { name, verifier, cacheSeconds, contact, format, rings, note } = known ?? NEW;
  return {
    name,
    verifier,
    cacheSeconds: spanOf(cacheSeconds),
    contact: contact ?? '',
    format: format ?? '',
    rings: rings ?? [],
    note: note ?? '',
  };
}

/** What the contract expects of an addition or of a change, beside the tenant. */
export function consumerFacts({ name, verifier, cacheSeconds, contact, format, rings, note }: ConsumerValues) {
  const blankCache = isPinned({ verifier }) || cacheSeconds.amount.trim() === '';
  return {
    name,
    verifier,
    cacheSeconds: blankCache ? null : secondsOf(cacheSeconds),
    contact: orNull(contact),
    format: format === '' ? null : format,
    rings: rings.length === 0 ? null : rings,
    note: orNull(note),
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

// Many keys at once, in English: what each is, where it goes, or why it cannot.
import type { BulkPlan, BulkRefusal, BulkRow } from '../../domain/key-ring/bulk-import.ts';
import type { ImportPlace } from '../../domain/key-ring/life-cycle.ts';
import { sentenceFor } from './errors.ts';
import { keyKind } from './names.ts';
import { count } from './numbers.ts';

const AS: Readonly<Record<ImportPlace, string>> = { next: 'next', current: 'current', previous: 'previous' };

function refusal(why: BulkRefusal): string {
  switch (why.code) {
    case 'refused':
      return sentenceFor(why.error).message;
    case 'no-ring':
      return `there is no ring for it: add one for ${why.algs.join(' or ')}`;
    case 'twice':
      return `the same key is in ${why.file}`;
    case 'stopped':
      return 'stopped before its turn';
  }
}

export const BULK_IMPORT_WORDS = {
  /** The key of a row; `file` where it has none. */
  what: ({ key, kid }: BulkRow): string =>
    key === null ? '' : `${keyKind(key.kind)}${kid === null ? '' : `, ${kid}`}`,
  goes: ({ ring, as }: BulkRow['goes'] & {}): string => `${ring}, as ${AS[as]}`,
  refusal,
  planned: ({ rows }: BulkPlan): string => summary(rows, 'can be imported', 'cannot'),
  done: ({ rows }: BulkPlan): string => summary(rows, 'imported', 'not'),
  goingTitle: 'To be imported',
  staysTitle: 'Not to be imported',
  doneTitle: 'Imported',
  leftTitle: 'Not imported',
};

function summary(rows: readonly BulkRow[], yes: string, no: string): string {
  const going = rows.filter(({ goes }) => goes !== null).length;
  return `${count(going, 'key')} ${yes}, ${rows.length - going} ${no}.`;
}

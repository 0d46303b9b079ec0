// Viele Schlüssel auf einmal: was jeder ist, wohin er kommt, oder warum nicht.
import type { BulkPlan, BulkRefusal, BulkRow } from '../../domain/key-ring/bulk-import.ts';
import type { ImportPlace } from '../../domain/key-ring/life-cycle.ts';
import type { en } from '../en/shared.ts';
import { error } from './errors.ts';
import { keyKind } from './names.ts';
import { count } from './numbers.ts';

const AS: Readonly<Record<ImportPlace, string>> = { next: 'nächster', current: 'aktueller', previous: 'voriger' };

function refusal(why: BulkRefusal): string {
  switch (why.code) {
    case 'refused':
      return error(why.error).message;
    case 'no-ring':
      return `es gibt keinen Ring dafür: legen Sie einen für ${why.algs.join(' oder ')} an`;
    case 'twice':
      return `derselbe Schlüssel liegt in ${why.file}`;
    case 'stopped':
      return 'vorher angehalten';
  }
}

export const bulkImport: typeof en.bulkImport = {
  what: ({ key, kid }) => (key === null ? '' : `${keyKind(key.kind)}${kid === null ? '' : `, ${kid}`}`),
  goes: ({ ring, as }) => `${ring}, als ${AS[as]}`,
  refusal,
  planned: ({ rows }: BulkPlan) => summary(rows, 'importierbar', 'nicht'),
  done: ({ rows }: BulkPlan) => summary(rows, 'importiert', 'nicht'),
  goingTitle: 'Wird importiert',
  staysTitle: 'Wird nicht importiert',
  doneTitle: 'Importiert',
  leftTitle: 'Nicht importiert',
};

function summary(rows: readonly BulkRow[], yes: string, no: string): string {
  const going = rows.filter(({ goes }) => goes !== null).length;
  return `${count(going, 'Schlüssel', 'Schlüssel')} ${yes}, ${rows.length - going} ${no}.`;
}

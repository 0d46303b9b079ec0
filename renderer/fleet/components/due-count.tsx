// How many things press, said in full to those who do not see the colour.
import { VisuallyHidden } from '@mantine/core';
import { countDue } from '../state/due.ts';
import { useDue } from '../state/queries.ts';
import { countsLine } from '../state/due-words.ts';
import { amountOf } from '../../text/hex.ts';

export function DueCount() {
  const { data: events = [] } = useDue();
  const counts = countDue(events);
  const sum = counts.overdue + counts.soon;
  return sum === 0 ? null : (
    <span className="rail-count numbers" data-overdue={counts.overdue > 0} title={countsLine(counts)}>
      {amountOf(sum)}
      <VisuallyHidden>: {countsLine(counts)}</VisuallyHidden>
    </span>
  );
}

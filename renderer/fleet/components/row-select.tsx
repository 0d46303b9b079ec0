// The checkbox of a row. Space picks it, with Shift everything since the last pick; the arrow keys go to the next row, and
// with Shift take it along. A plain control, because there is one in every row of a large fleet.
import type { KeyboardEvent } from 'react';
import { words } from '../../text/words.ts';

interface RowSelectProps {
  name: string;
  checked: boolean;
  onToggle: (name: string, range: boolean) => void;
}

export function RowSelect({ name, checked, onToggle }: RowSelectProps) {
  return (
    <span className="row-select">
      <input
        type="checkbox"
        aria-label={words.fleet.row.select(name)}
        data-row={name}
        checked={checked}
        onChange={({ nativeEvent }) => onToggle(name, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true)}
        onKeyDown={(event) => move(event, onToggle)}
      />
    </span>
  );
}

const STEP: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function move(event: KeyboardEvent<HTMLInputElement>, onToggle: RowSelectProps['onToggle']): void {
  const step = STEP[event.key];
  if (step === undefined) {
    return;
  }
  event.preventDefault();
  const rows = [...document.querySelectorAll<HTMLInputElement>('input[data-row]')];
  const next = rows[rows.indexOf(event.currentTarget) + step];
  next?.focus();
  if (event.shiftKey && next?.dataset['row'] !== undefined) {
    onToggle(next.dataset['row'], true);
  }
}

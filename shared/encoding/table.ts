// Columns of text, as a terminal shows them.
import { visible } from './printable.ts';

/** No column is padded beyond this, and no single name is longer than that: a table stays one, whatever a name is. */
const MAX_PADDING = 100;
const MAX_NAME = 250;

/** Columns padded to the widest cell. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const shown = rows.map((row) => row.map(shownCell));
  const widths = (shown[0] ?? []).map((_, column) =>
    Math.min(MAX_PADDING, Math.max(...shown.map((row) => (row[column] ?? '').length))),
  );
  return shown.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** A cell may list many names, each of which is kept short. */
const shownCell = (cell: string): string =>
  cell
    .split(', ')
    .map(visible)
    .map((name) => (name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name))
    .join(', ');

// Rows <-> values of our own types. A column of the wrong type means that the file is damaged or not ours. The names of the
// columns are in records/, which holds public facts only, as all of the registry does.
import { CustodianError } from '../../shared/errors.ts';

/** As the driver gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** What goes into a column. */
export type SqlValue = string | number | null;

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') {
    throw damaged(column);
  }
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw damaged(column);
  }
  return value;
}

/** A text column that holds one of a closed list. */
export function oneOf<T extends string | number>(row: Row, column: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === row[column]);
  if (found === undefined) {
    throw damaged(column);
  }
  return found;
}

/** A text column of JSON that this program wrote, and nobody else: the caller names its type. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the type is the caller's knowledge
export function json<T>(row: Row, column: string): T {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return JSON.parse(text(row, column)) as T;
  } catch (cause) {
    throw damaged(column, cause);
  }
}

function damaged(column: string, cause?: unknown): CustodianError {
  return new CustodianError('REGISTRY_DAMAGED', { detail: { code: 'column', column } }, { cause });
}

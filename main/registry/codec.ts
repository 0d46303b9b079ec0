// One definition for each record: which column holds which member, and how. A column of the wrong type means that the
// file is damaged or not ours. The registry holds public facts only.
import { CustodianError } from '../../shared/errors.ts';

/** As the driver gives it: the columns that were asked for, in that order. */
export type Row = readonly unknown[];

/** What goes into a column. */
export type SqlValue = string | number | null;

export type Columns = Record<string, SqlValue>;

/** How a value is kept in a column. */
interface Kind<T> {
  read(value: unknown, column: string): T;
  write(value: T): SqlValue;
}

export type Read<T> = Source<T>['read'];

/** Where something is read from, when it is of one table. */
export interface Source<T> {
  table: string;
  /** Names, or expressions that have one. */
  columns: readonly string[];
  /** From the columns of the row that begin at that place. */
  read(row: Row, at: number): T;
}

interface Codec<T> extends Omit<Source<T>, 'table'> {
  write(value: T): Columns;
}

export type Table<T> = Source<T> & Codec<T>;

const asItIs = <T extends SqlValue>(fits: (value: unknown) => value is T): Kind<T> => ({
  read(value, column) {
    if (!fits(value)) {
      throw damaged(column);
    }
    return value;
  },
  write: (value) => value,
});

export const text = asItIs((value) => typeof value === 'string');
export const integer = asItIs((value): value is number => Number.isSafeInteger(value));

/** One of a closed list. */
export const oneOf = <T extends string | number>(allowed: readonly T[]): Kind<T> =>
  asItIs((value): value is T => allowed.some((one) => one === value));

export const flag: Kind<boolean> = {
  read: (value, column) => integer.read(value, column) === 1,
  write: (value) => (value ? 1 : 0),
};

/** JSON that this program wrote, and nobody else: the member says of which type. */
export const json = <T>(): Kind<T> => ({
  read(value, column) {
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
      return JSON.parse(text.read(value, column)) as T;
    } catch (cause) {
      throw damaged(column, cause);
    }
  },
  write: (value) => JSON.stringify(value),
});

export const orNull = <T>(kind: Kind<T>): Kind<T | null> => ({
  read: (value, column) => (value === null ? null : kind.read(value, column)),
  write: (value) => (value === null ? null : kind.write(value)),
});

/** For a member that is left out. */
export const orAbsent = <T>(kind: Kind<T>): Kind<T | undefined> => ({
  read: (value, column) => (value === null ? undefined : kind.read(value, column)),
  write: (value) => (value === undefined ? null : kind.write(value)),
});

/** For a member whose column has another name than its own. */
export const column = <T>(name: string, kind: Kind<T>): Codec<T> => ({
  columns: [name],
  read: (row, at) => kind.read(row[at], name),
  write: (value) => ({ [name]: kind.write(value) }),
});

/** For questions that no record answers. */
export const textOf = (name: string): Read<string> => column(name, text).read;
export const integerOf = (name: string): Read<number> => column(name, integer).read;

/** For a member that is kept in several columns, which are all NULL when it is. */
export const severalOrNull = <T>(codec: Codec<T>): Codec<T | null> => ({
  columns: codec.columns,
  read: (row, at) => (codec.columns.every((_, place) => row[at + place] === null) ? null : codec.read(row, at)),
  write: (value) =>
    value === null ? Object.fromEntries(codec.columns.map((name) => [name, null])) : codec.write(value),
});

/** Every member of a record; `customDomain` is in the column `custom_domain`. */
export type Members<T> = { [M in keyof T]-?: Kind<T[M]> | Codec<T[M]> };

export function record<T extends object>(members: Members<T>): Codec<T> {
  const columns: string[] = [];
  const parts = Object.entries<Kind<unknown> | Codec<unknown>>(members).map(([member, how]) => {
    const part = 'columns' in how ? how : column(columnNamed(member), how);
    const place = columns.length;
    columns.push(...part.columns);
    return { member, place, part };
  });
  return {
    columns,
    read(row, at) {
      const value: Record<string, unknown> = {};
      for (const { member, place, part } of parts) {
        const read = part.read(row, at + place);
        if (read !== undefined) {
          value[member] = read;
        }
      }
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its members are those of `members`
      return value as T;
    },
    write(value) {
      const values = new Map(Object.entries(value));
      return Object.fromEntries(parts.flatMap(({ member, part }) => Object.entries(part.write(values.get(member)))));
    },
  };
}

export const table = <T extends object>(name: string, members: Members<T>): Table<T> => ({
  table: name,
  ...record(members),
});

const columnNamed = (member: string): string => member.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function damaged(name: string, cause?: unknown): CustodianError {
  return new CustodianError('REGISTRY_DAMAGED', { detail: `column ${name}` }, { cause });
}

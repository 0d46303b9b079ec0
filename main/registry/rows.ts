// Rows as records: every question to the registry, and every change of it. What an act reads is held against its hash
// first, and nothing is read without that unless it is said by name.
import type { Columns, Row, Source, SqlValue, Table } from './codec.ts';
import type { Sql } from './sql.ts';

/** Both throw REGISTRY_ALTERED. */
export interface Holds {
  /** When the tenant's rows in that table are not those that were sealed. */
  hold(table: string, tenant: string): void;
  /** When any row of it is not. */
  holdTable(table: string): void;
}

type Named = Pick<Source<unknown>, 'table'>;

const OLDEST_FIRST = 'ORDER BY rowid';

export type Reads = ReturnType<typeof readsOver>;

/** `holds` is what vouches for acts; looks need none. */
export function readsOver(sql: Sql, holds?: Holds) {
  const rows = {
    hold: ({ table }: Named, tenantId: string): void => holds?.hold(table, tenantId),
    holdAll: ({ table }: Named): void => holds?.holdTable(table),
    /** Held by the caller, or bound in another way. */
    unheld: <T>(source: Source<T>, rest: string, ...values: SqlValue[]): T[] =>
      sql.all(source.read, `${select(source)} ${rest}`, ...values),
    /** Those of one tenant. */
    of<T>(source: Source<T>, tenantId: string, rest = OLDEST_FIRST, ...values: SqlValue[]): T[] {
      rows.hold(source, tenantId);
      return rows.unheld(source, `WHERE tenant_id = ? ${rest}`, tenantId, ...values);
    },
    newestOf: <T>(source: Source<T>, tenantId: string, limit: number): T[] =>
      rows.of(source, tenantId, `${OLDEST_FIRST} DESC LIMIT ?`, limit),
    /** Those of the whole table. */
    all<T>(source: Source<T>, rest = OLDEST_FIRST, ...values: SqlValue[]): T[] {
      rows.holdAll(source);
      return rows.unheld(source, rest, ...values);
    },
    /** Tenant id -> its row. */
    byTenant<T>(source: Source<T>, rest = ''): Map<string, T> {
      rows.holdAll(source);
      const read = (row: Row): [string, T] => [String(row[0]), source.read(row, 1)];
      return new Map(sql.all(read, `${select(source, 'tenant_id')} ${rest}`));
    },
  };
  return rows;
}

export type Changes = ReturnType<typeof changesOver>;

/** `beside` are columns that no member has. */
export function changesOver(sql: Sql) {
  const adding =
    (how: string) =>
    <T>({ table, write }: Table<T>, value: T, beside?: Columns): void => {
      const columns = { ...write(value), ...beside };
      const names = Object.keys(columns);
      const places = names.map(() => '?');
      sql.run(`${how} INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`, ...Object.values(columns));
    };
  const changes = {
    insert: adding('INSERT'),
    /** Takes the place of a row with the same key. */
    put: adding('INSERT OR REPLACE'),
    /** Changes nothing where there is a row with the same key. */
    insertOnce: adding('INSERT OR IGNORE'),
    /** Replaces every column of the row with the same `id`. */
    update: <T extends { id: string }>(table: Table<T>, value: T, beside?: Columns): void =>
      changes.set(table, { id: value.id }, { ...table.write(value), ...beside }),
    set: ({ table }: Named, where: Columns, to: Columns): void =>
      sql.run(
        `UPDATE ${table} SET ${placed(to, '=').join(', ')} WHERE ${placed(where, 'IS').join(' AND ')}`,
        ...Object.values(to),
        ...Object.values(where),
      ),
    remove: ({ table }: Named, where: Columns): void =>
      sql.run(`DELETE FROM ${table} WHERE ${placed(where, 'IS').join(' AND ')}`, ...Object.values(where)),
  };
  return changes;
}

const select = <T>({ table, columns }: Source<T>, ...more: string[]): string =>
  `SELECT ${[...more, ...columns].join(', ')} FROM ${table}`;

const placed = (columns: Columns, how: '=' | 'IS'): string[] => Object.keys(columns).map((name) => `${name} ${how} ?`);

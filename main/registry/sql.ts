// The few statements the registry needs, prepared once each and kept for the life of the connection.
/* oxlint-disable typescript/no-unsafe-type-assertion, typescript/no-unsafe-assignment -- the driver's rows are untyped;
   columns.ts checks every column that is read */
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Row, SqlValue } from './columns.ts';

type Statement = ReturnType<DatabaseSyncInstance['prepare']>;

export interface Sql {
  all<T>(read: (row: Row) => T, statement: string, ...values: SqlValue[]): T[];
  first<T>(read: (row: Row) => T, statement: string, ...values: SqlValue[]): T | null;
  run(statement: string, ...values: SqlValue[]): void;
  insert(table: string, columns: Record<string, SqlValue>): void;
  /** Replaces every column of the row with the same `id`. */
  update(table: string, columns: Record<string, SqlValue> & { id: SqlValue }): void;
}

export function createSql(database: DatabaseSyncInstance): Sql {
  const prepared = new Map<string, Statement>();
  const prepare = (statement: string): Statement => {
    const known = prepared.get(statement) ?? database.prepare(statement);
    prepared.set(statement, known);
    return known;
  };
  return {
    all: (read, statement, ...values) =>
      prepare(statement)
        .all(...values)
        .map((row) => read(row as Row)),
    first(read, statement, ...values) {
      const row = prepare(statement).get(...values);
      return row === undefined ? null : read(row as Row);
    },
    run(statement, ...values) {
      prepare(statement).run(...values);
    },
    insert(table, columns) {
      const names = Object.keys(columns);
      const places = names.map(() => '?').join(', ');
      prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`).run(...Object.values(columns));
    },
    update(table, columns) {
      const sets = Object.keys(columns).map((name) => `${name} = ?`);
      prepare(`UPDATE ${table} SET ${sets.join(', ')} WHERE id = ?`).run(...Object.values(columns), columns.id);
    },
  };
}

// Statements, prepared once each and kept for the life of the connection.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Read, SqlValue } from './codec.ts';

type Statement = ReturnType<DatabaseSyncInstance['prepare']>;

export interface Sql {
  all<T>(read: Read<T>, statement: string, ...values: SqlValue[]): T[];
  first<T>(read: Read<T>, statement: string, ...values: SqlValue[]): T | null;
  run(statement: string, ...values: SqlValue[]): void;
}

export function createSql(database: DatabaseSyncInstance): Sql {
  const prepared = statementsOf(database, (statement) => statement.setReturnArrays(true));
  const all: Sql['all'] = (read, statement, ...values) =>
    prepared(statement)
      .all(...values)
      // oxlint-disable-next-line typescript/no-unsafe-argument -- codec.ts checks every column that is read
      .map((row) => read(row, 0));
  return {
    all,
    first: (...asked) => all(...asked)[0] ?? null,
    run: (statement, ...values) => void prepared(statement).run(...values),
  };
}

/** `ready` says how each is to answer. */
export function statementsOf(
  database: DatabaseSyncInstance,
  ready: (statement: Statement) => void,
): (sql: string) => Statement {
  const prepared = new Map<string, Statement>();
  return (sql) => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    if (!prepared.has(sql)) {
      ready(statement);
      prepared.set(sql, statement);
    }
    return statement;
  };
}

/** A text within a statement that takes no values, such as the name of a file. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

// Which tables are sealed, and whose each of their rows is. Nobody lists them: a table that a migration adds is covered by
// itself. Left out are the seal's own tables and the audit chain, which is bound by the hash of its newest entry.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { textOf } from '../codec.ts';
import type { Sql } from '../sql.ts';

const NOT_SEALED = new Set(['audit', 'state_hashes', 'state_seal']);

/** Whose the rows of no tenant are. */
export const NOBODY = '';

export interface SealedTable {
  name: string;
  /** The column that names the tenant; `null` where the rows are nobody's. */
  tenant: string | null;
  /** In the order of their names, so that a table that was rebuilt is the same table. */
  columns: readonly string[];
  /** What a row is called in a report. */
  label: string | null;
}

const LABELS = ['kid', 'name', 'id'];

export function sealedTables(sql: Sql): SealedTable[] {
  const names = sql.all(
    textOf('name'),
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  return names
    .filter((name) => !NOT_SEALED.has(name))
    .map((name) => {
      const columns = sql.all(textOf('name'), 'SELECT name FROM pragma_table_info(?)', name).toSorted();
      const tenant = name === 'tenants' ? 'id' : 'tenant_id';
      return {
        name,
        tenant: columns.includes(tenant) ? tenant : null,
        columns,
        label: LABELS.find((label) => columns.includes(label)) ?? null,
      };
    });
}

/**
 * Tells of every row before it is changed. The triggers live in this connection and not in the file, so nobody can take
 * them out of it; rows that a foreign key or a trigger of the schema changes are told of too.
 */
export function watchRows(
  database: DatabaseSyncInstance,
  tables: readonly SealedTable[],
  touched: (table: string, tenant: string) => void,
): void {
  database.function('row_touched', { varargs: true }, (table: unknown, tenant: unknown) => {
    touched(String(table), typeof tenant === 'string' ? tenant : NOBODY);
    return 0;
  });
  // Without it a row that REPLACE removes is not told of.
  database.exec('PRAGMA recursive_triggers = ON');
  for (const { name, tenant } of tables) {
    const tell = (row: 'OLD' | 'NEW'): string =>
      `SELECT row_touched('${name}', ${tenant === null ? 'NULL' : `${row}."${tenant}"`});`;
    const rows = { INSERT: ['NEW'], UPDATE: ['OLD', 'NEW'], DELETE: ['OLD'] } as const;
    for (const [event, sides] of Object.entries(rows)) {
      database.exec(
        `CREATE TEMP TRIGGER "watch ${name} ${event}" BEFORE ${event} ON main."${name}" BEGIN ${sides.map(tell).join(' ')} END`,
      );
    }
  }
}

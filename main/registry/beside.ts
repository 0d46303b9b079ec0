// Registries beside the one that is open: a copy at one instant, so that whoever reads it for long sees no half of an act; and
// one that is put together from the rows of a backup, with the tables that its version of the program had. Both are files that
// go when they are let go of; what a killed process left is removed by the next.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { CopiedRow, RegistryCopy, StagedRegistry } from '../ports/registry-copy.ts';
import { integerOf, textOf } from './codec.ts';
import { readerOver } from './doors.ts';
import { MIGRATIONS } from './migrations.ts';
import { cleanRowsOnce } from './public-rows.ts';
import { readsOver } from './rows.ts';
import { createSql, quoted, type Sql, statementsOf } from './sql.ts';
import { versionOf } from './state/seal.ts';
import { sealedTables } from './state/tables.ts';

/** What is of this installation alone: its names in the keychain, what it is in the middle of, its way through the network. */
const OWN = new Set(['meta', 'vault_intents', 'proxy_account']);

/** Tables of which a row belongs to a tenant by way of another row. */
const BY_WAY_OF: Readonly<Record<string, string>> = {
  consumer_notes: 'consumer_id IN (SELECT id FROM consumers WHERE tenant_id = ?)',
};

/** As the registry is now. */
export function copyOf(database: DatabaseSyncInstance, folder: string | null): RegistryCopy {
  const place = placeIn(folder, 'registry.copy.db');
  database.exec(`VACUUM INTO ${quoted(place.file)}`);
  return copyOver(new DatabaseSync(place.file), place.remove);
}

/** Empty, with the tables of that version. */
export function stagedOf(schema: number, folder: string | null): StagedRegistry {
  const place = placeIn(folder, 'registry.staged.db');
  const database = new DatabaseSync(place.file);
  // It is thrown away with the process that made it.
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;');
  MIGRATIONS.slice(0, schema).forEach((step) => database.exec(step));
  database.exec(`PRAGMA user_version = ${schema}; BEGIN`);
  const sql = createSql(database);
  const tables = new Map(sealedTables(sql).map(({ name, columns }) => [name, new Set(columns)]));
  tables.set('audit', new Set(sql.all(textOf('name'), "SELECT name FROM pragma_table_info('audit')")));
  let finished = false;
  const remove = (): void => {
    database.close();
    place.remove();
  };
  return {
    add(table, row) {
      const columns = tables.get(table);
      const names = Object.keys(row);
      // SECURITY: names come from a file; only those that the table has go into a statement.
      if (columns === undefined || OWN.has(table) || !names.every((name) => columns.has(name))) {
        throw new TypeError('no such table or column');
      }
      insert(sql, table, row);
    },
    finish() {
      database.exec('COMMIT');
      database.exec(`${MIGRATIONS.slice(schema).join('')} PRAGMA user_version = ${MIGRATIONS.length};`);
      cleanRowsOnce(database);
      if (sql.all((row) => row, 'PRAGMA foreign_key_check').length > 0) {
        throw new TypeError('rows that do not belong together');
      }
      finished = true;
      return copyOver(database, place.remove);
    },
    [Symbol.dispose]() {
      if (!finished) {
        remove();
      }
    },
  };
}

function copyOver(database: DatabaseSyncInstance, remove: () => void): RegistryCopy {
  const sql = createSql(database);
  const prepared = statementsOf(database, () => undefined);
  const tables = sealedTables(sql).filter(({ name }) => !OWN.has(name));
  const rows = (table: string, where = '', ...values: string[]): Iterable<CopiedRow> =>
    filled(prepared(`SELECT * FROM "${table}" ${where} ORDER BY rowid`).iterate(...values));
  return {
    schema: versionOf(sql),
    reader: readerOver(readsOver(sql)),
    tables: () => tables.map(({ name }) => name),
    rows: (table) => rows(table),
    *rowsOf(tenantId) {
      for (const { name: table, tenant } of tables) {
        const where = tenant === null ? BY_WAY_OF[table] : `"${tenant}" = ?`;
        if (where !== undefined) {
          for (const row of rows(table, `WHERE ${where}`, tenantId)) {
            yield { table, row };
          }
        }
      }
    },
    [Symbol.dispose]() {
      database.close();
      remove();
    },
  };
}

function* filled(found: Iterable<unknown>): Generator<CopiedRow> {
  for (const row of found) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the driver's rows are untyped; tables are STRICT, and hold no octets
    const entries = Object.entries(row as Record<string, string | number | null>);
    yield Object.fromEntries(entries.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
  }
}

interface Place {
  file: string;
  remove: () => void;
}

/** A registry in memory has no folder; then the system's for passing files serves. */
function placeIn(folder: string | null, name: string): Place {
  const own = folder ?? mkdtempSync(path.join(tmpdir(), 'registry-'));
  const file = path.join(own, name);
  const remove = (): void => rmSync(folder === null ? own : file, { force: true, recursive: true });
  rmSync(file, { force: true });
  return { file, remove };
}

/** For the rows of one tenant, in the transaction that takes it over: rows come before those to which they lead. */
export function takeOver(sql: Sql, rows: Iterable<{ table: string; row: CopiedRow }>): void {
  sql.run('PRAGMA defer_foreign_keys = ON');
  for (const { table, row } of rows) {
    insert(sql, table, table === 'hand_overs' ? { ...row, number: freeNumber(sql, Number(row['number'])) } : row);
  }
}

/** Hand-overs are counted over all tenants; another one may have that number here. */
function freeNumber(sql: Sql, number: number): number {
  const taken = sql.first(integerOf('number'), 'SELECT number FROM hand_overs WHERE number = ?', number);
  return taken === null
    ? number
    : (sql.first(integerOf('number'), 'SELECT max(number) + 1 AS number FROM hand_overs') ?? number);
}

/** The columns are those of the table. */
function insert(sql: Sql, table: string, row: CopiedRow): void {
  const names = Object.keys(row);
  const list = names.map((name) => `"${name}"`).join(', ');
  sql.run(`INSERT INTO "${table}" (${list}) VALUES (${names.map(() => '?').join(', ')})`, ...Object.values(row));
}

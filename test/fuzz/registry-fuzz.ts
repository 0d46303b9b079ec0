// Changes registry.db as somebody with SQLite and a hex editor could, at random: over every table and column that the
// schema has, so that a table which is added is covered by itself.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { edit, putBack } from '../attacks/sealed-desk.ts';
import type { Chance } from './random.ts';

const ROW_KINDS = ['edit', 'insert', 'delete', 'swap', 'reorder'] as const;
export const KINDS = [...ROW_KINDS, 'older', 'flip', 'schema'] as const;
type RowKind = (typeof ROW_KINDS)[number];
export type Kind = (typeof KINDS)[number];

interface Column {
  name: string;
  type: string;
}

type Values = Record<string, string | number | bigint | null>;

export function tablesOf(database: DatabaseSyncInstance): string[] {
  return (
    database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      .all() as { name: string }[]
  ).map(({ name }) => name);
}

const columnsOf = (database: DatabaseSyncInstance, table: string): Column[] =>
  database.prepare('SELECT name, type FROM pragma_table_info(?)').all(table) as Column[];

/** Everything that can be read of the file, and in which order; `damaged` when it cannot. */
export function contentOf(folder: string): string {
  const database = new DatabaseSync(path.join(folder, 'registry.db'));
  try {
    const rows = tablesOf(database).map((table) => {
      const statement = database.prepare(`SELECT * FROM "${table}" ORDER BY ${orderOf(database, table)}`);
      statement.setReadBigInts(true);
      return [table, statement.all()];
    });
    const schema = database
      .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name")
      .all();
    const version: unknown = database.prepare('PRAGMA user_version').get();
    return JSON.stringify([rows, schema, version], (_, value: unknown) =>
      typeof value === 'bigint' ? `${value}n` : value,
    );
  } catch {
    return 'damaged';
  } finally {
    database.close();
  }
}

/** In which order rows are read: those of a tenant by age. */
function orderOf(database: DatabaseSyncInstance, table: string): string {
  const [first] = columnsOf(database, table);
  const owned = columnsOf(database, table).some(({ name }) => name === 'tenant_id');
  const unordered = table === 'tenants' || table === 'state_hashes';
  return unordered && first !== undefined ? `"${first.name}"` : owned ? 'tenant_id, rowid' : 'rowid';
}

/** Answers with what was done, in words; `null` where chance asked for what cannot be done. */
export function manipulate(folder: string, older: readonly string[], kind: Kind, chance: Chance): string | null {
  if (kind === 'older') {
    putBack(chance.pick(older), folder);
    return 'an older copy';
  }
  if (kind === 'flip') {
    return flip(path.join(folder, 'registry.db'), chance);
  }
  let done: string | null = null;
  edit(folder, (database) => {
    database.exec('PRAGMA ignore_check_constraints = ON');
    try {
      done = kind === 'schema' ? changeSchema(database, chance) : changeRows(database, kind, chance);
    } catch {
      // The schema refused it: a NOT NULL, a UNIQUE or a trigger.
      done = null;
    }
  });
  return done;
}

function flip(file: string, chance: Chance): string {
  const bytes = readFileSync(file);
  const count = 1 + chance.below(8);
  for (let time = 0; time < count; time += 1) {
    const at = chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
  }
  writeFileSync(file, bytes);
  return `${count} bits`;
}

function changeSchema(database: DatabaseSyncInstance, chance: Chance): string {
  const sql = chance.pick([
    'DROP TRIGGER stays_for_ever',
    'DROP TRIGGER hand_overs_stay',
    'DROP INDEX one_next_a_ring',
    'CREATE INDEX mine ON keys (kid)',
    'CREATE VIEW mine AS SELECT 1 AS one',
    'CREATE TABLE mine (one TEXT)',
    'CREATE TRIGGER mine AFTER INSERT ON keys BEGIN SELECT 1; END',
    'ALTER TABLE tenants ADD COLUMN mine TEXT',
    'PRAGMA user_version = 3',
  ]);
  database.exec(sql);
  return sql;
}

function changeRows(database: DatabaseSyncInstance, kind: RowKind, chance: Chance): string | null {
  // Their triggers keep officers from it, not somebody who can drop them.
  const guards = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  guards.forEach(({ name }) => database.exec(`DROP TRIGGER "${name}"`));
  try {
    return changeOne(database, kind, chance);
  } finally {
    guards.forEach(({ sql }) => database.exec(sql));
  }
}

function changeOne(database: DatabaseSyncInstance, kind: RowKind, chance: Chance): string | null {
  const table = chance.pick(tablesOf(database));
  const columns = columnsOf(database, table);
  const column = chance.pick(columns);
  const rowids = (database.prepare(`SELECT rowid AS id FROM "${table}"`).all() as { id: number }[]).map(({ id }) => id);
  const said = `${kind} ${table}.${column.name}`;
  if (kind === 'insert') {
    const values = columns.map(({ type }) => valueFor(type, chance));
    database.prepare(`INSERT OR IGNORE INTO "${table}" VALUES (${columns.map(() => '?').join(', ')})`).run(...values);
    return said;
  }
  if (rowids.length === 0) {
    return null;
  }
  const [one, other] = [chance.pick(rowids), chance.pick(rowids)];
  switch (kind) {
    case 'edit': {
      const former = (
        database.prepare(`SELECT "${column.name}" AS v FROM "${table}" WHERE rowid = ?`).get(one) as Values
      )['v'];
      database
        .prepare(`UPDATE OR IGNORE "${table}" SET "${column.name}" = ? WHERE rowid = ?`)
        .run(changed(former ?? null, column.type, chance), one);
      return said;
    }
    case 'delete':
      database.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(one);
      return said;
    case 'swap': {
      const read = database.prepare(`SELECT "${column.name}" AS v FROM "${table}" WHERE rowid = ?`);
      const write = database.prepare(`UPDATE "${table}" SET "${column.name}" = ? WHERE rowid = ?`);
      const [first, second] = [read.get(one) as Values, read.get(other) as Values];
      write.run(second['v'] ?? null, one);
      write.run(first['v'] ?? null, other);
      return said;
    }
    case 'reorder': {
      // Two rows change places: what is newest is read from their order.
      const move = database.prepare(`UPDATE "${table}" SET rowid = ? WHERE rowid = ?`);
      move.run(-1, one);
      move.run(one, other);
      move.run(other, -1);
      return said;
    }
  }
}

const valueFor = (type: string, chance: Chance): string | number =>
  type === 'INTEGER' ? chance.below(1000) : `forged-${chance.below(1e9)}`;

function changed(value: string | number | bigint | null, type: string, chance: Chance): string | number | null {
  if (typeof value === 'string' && value.length > 0) {
    const at = chance.below(value.length);
    return chance.pick([
      null,
      `${value} `,
      value.slice(0, at) + String.fromCodePoint(0x21 + chance.below(90)) + value.slice(at + 1),
      '2020-01-01T00:00:00.000Z',
    ]);
  }
  return valueFor(type, chance);
}

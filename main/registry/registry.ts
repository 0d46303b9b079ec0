// The registry adapter: public facts in SQLite. There is one door for writing, `change`, and it appends the audit
// entry in the very transaction that makes the change.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { nextEntry } from '../core/audit-chain.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Registry } from '../core/ports/registry.ts';
import { text } from './columns.ts';
import { inWords } from './errors.ts';
import { metaValue, SEAL } from './meta.ts';
import { openDatabase, type OpenOptions } from './open.ts';
import { readerOver } from './reader.ts';
import { auditColumns } from './records/audit.ts';
import { createSql } from './sql.ts';
import { keepDrift, writerOver } from './writer.ts';

export interface RegistryOptions extends OpenOptions {
  clock: Clock;
  /** Who acts, for the audit chain: `officer via window`. */
  actor: string;
  /** Told after each durable change, with its audit action. */
  changed?: (action: string) => void;
}

export interface OpenedRegistry extends Registry {
  /** A public fact about the registry itself (its id, the keychain's canary): made at first use, then kept for ever. */
  lasting(name: string, make: () => string): string;
  /** The same without making it. */
  known(name: string): string | null;
}

export function openRegistry(options: RegistryOptions): OpenedRegistry {
  const database = openDatabase(options);
  const sql = createSql(database);
  const reader = readerOver(sql);
  const writer = { ...reader, ...writerOver(sql, options.actor) };
  const known = (name: string): string | null => metaValue(sql, name);

  return translated(options.folder, {
    read: (work) => work(reader),
    change(act, work) {
      const result = inTransaction(database, () => {
        const made = work(writer);
        const entry = nextEntry(reader.auditHead(), options.clock.now().toISOString(), options.actor, act);
        sql.insert('audit', auditColumns(entry));
        return made;
      });
      options.changed?.(act.action);
      return result;
    },
    noteIntents: (intents) =>
      inTransaction(database, () => {
        intents.forEach(writer.addIntent);
      }),
    noteDrift: (tenantId, report) => keepDrift(sql, tenantId, report),
    noteSeal: (seal) => sql.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', SEAL, seal),
    damage: () => [
      ...sql.all((row) => text(row, 'quick_check'), 'PRAGMA quick_check(10)').filter((line) => line !== 'ok'),
      ...sql.all((row) => `a row of ${text(row, 'table')} points nowhere`, 'PRAGMA foreign_key_check'),
    ],
    lasting(name, make) {
      const before = known(name);
      if (before !== null) {
        return before;
      }
      const value = make();
      sql.run('INSERT OR IGNORE INTO meta VALUES (?, ?)', name, value);
      return value;
    },
    known,
    close: () => {
      database.close();
    },
  });
}

/** SECURITY: whatever the database says goes through one door, so that no failure of it reaches a person as INTERNAL. */
function translated(folder: string | null, plain: OpenedRegistry): OpenedRegistry {
  return {
    read: (work) => inWords(() => plain.read(work), folder),
    change: (act, work) => inWords(() => plain.change(act, work), folder),
    noteIntents: (intents) => inWords(() => plain.noteIntents(intents), folder),
    noteDrift: (tenantId, report) => inWords(() => plain.noteDrift(tenantId, report), folder),
    noteSeal: (seal) => inWords(() => plain.noteSeal(seal), folder),
    damage: () => inWords(() => plain.damage(), folder),
    lasting: (name, make) => inWords(() => plain.lasting(name, make), folder),
    known: (name) => inWords(() => plain.known(name), folder),
    close: () => inWords(() => plain.close(), folder),
  };
}

function inTransaction<T>(database: DatabaseSyncInstance, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full or failing disk makes SQLite roll back by itself.
    if (database.isTransaction) {
      database.exec('ROLLBACK');
    }
    throw error;
  }
}

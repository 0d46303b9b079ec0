// Opens the registry file for this process alone, durable and up to date. The lock is SQLite's own, held by the
// kernel on the open file, so it ends with the process however that ends; no stale lock file can be left behind.
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { CustodianError } from '../../shared/errors.ts';
import { readHolder, writeHolder } from './holder.ts';
import { metaValue } from './meta.ts';
import { MIGRATIONS } from './migrations.ts';
import { cleanRowsOnce } from './public-rows.ts';
import { createSql } from './sql.ts';

const SQLITE_BUSY = 5;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

export interface OpenOptions {
  /** The data folder; made when missing, for the user alone. `null` keeps the database in memory. */
  folder: string | null;
  /** Who holds the registry, in words for the second comer: `the window`, `a command`. */
  holder: string;
  /** How long to wait for another process to finish, in milliseconds. */
  waitMs: number;
  /** Looks at what an existing registry says about itself before anything in it is changed, and throws to leave it alone. */
  admit?: (known: (name: string) => string | null) => void;
}

export function openDatabase({ folder, holder, waitMs, admit }: OpenOptions): DatabaseSyncInstance {
  const file = folder === null ? ':memory:' : prepareFile(folder);
  const database = new DatabaseSync(file, { timeout: waitMs });
  try {
    // Exclusive locking comes first: with it, WAL needs no shared-memory file beside the database.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('PRAGMA journal_mode = WAL');
    // FULL: a change that was acknowledged survives a crash and a power cut.
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA foreign_keys = ON');
    database.exec('PRAGMA trusted_schema = OFF');
    database.exec('BEGIN EXCLUSIVE; COMMIT');
    if (schemaVersion(database) > 0) {
      admit?.((name) => metaValue(createSql(database), name));
    }
    migrate(database);
    cleanRowsOnce(database);
    if (folder !== null) {
      writeHolder(folder, holder);
    }
    return database;
  } catch (error) {
    database.close();
    throw explain(error, folder);
  }
}

/** SQLite gives its journal files the mode of the database file, so making that first covers all of them. */
function prepareFile(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'registry.db');
  if (!existsSync(file)) {
    closeSync(openSync(file, 'a', 0o600));
  }
  chmodSync(file, 0o600);
  return file;
}

function migrate(database: DatabaseSyncInstance): void {
  const found = schemaVersion(database);
  if (found > MIGRATIONS.length) {
    throw new CustodianError('REGISTRY_TOO_NEW', { found, known: MIGRATIONS.length });
  }
  for (let version = found; version < MIGRATIONS.length; version += 1) {
    database.exec(`BEGIN IMMEDIATE; ${MIGRATIONS[version] ?? ''} PRAGMA user_version = ${version + 1}; COMMIT`);
  }
}

function schemaVersion(database: DatabaseSyncInstance): number {
  const row: unknown = database.prepare('PRAGMA user_version').get();
  return typeof row === 'object' && row !== null && 'user_version' in row ? Number(row.user_version) : 0;
}

function explain(error: unknown, folder: string | null): unknown {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null;
  if (code === SQLITE_BUSY) {
    return new CustodianError('REGISTRY_IN_USE', { holder: readHolder(folder) }, { cause: error });
  }
  if (code === SQLITE_CORRUPT || code === SQLITE_NOTADB) {
    return new CustodianError('REGISTRY_DAMAGED', { detail: 'it is not a database' }, { cause: error });
  }
  return error;
}

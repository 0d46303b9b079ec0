// Opens the registry file for this process alone, durable and up to date. The lock is SQLite's own, held by the
// kernel on the open file, so it ends with the process however that ends; no stale lock file can be left behind.
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { CustodianError } from '../../shared/errors.ts';
import { readHolder, writeHolder } from './holder.ts';
import { MIGRATIONS } from './migrations.ts';
import { keepSealed } from './state/upgrade.ts';

const SQLITE_ERROR = 1;
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
}

export function openDatabase({ folder, holder, waitMs }: OpenOptions): DatabaseSyncInstance {
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
    migrate(database, folder);
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

function migrate(database: DatabaseSyncInstance, folder: string | null): void {
  const found = schemaVersion(database);
  if (found > MIGRATIONS.length) {
    throw new CustodianError('REGISTRY_TOO_NEW', { found, known: MIGRATIONS.length });
  }
  if (found < MIGRATIONS.length) {
    keepSealed(database, folder, found);
  }
  for (let version = found; version < MIGRATIONS.length; version += 1) {
    try {
      database.exec(`BEGIN IMMEDIATE; ${MIGRATIONS[version] ?? ''} PRAGMA user_version = ${version + 1}; COMMIT`);
    } catch (cause) {
      throw primaryCode(cause) === SQLITE_ERROR
        ? new CustodianError('REGISTRY_DAMAGED', { detail: `its schema is not that of version ${found}` }, { cause })
        : cause;
    }
  }
}

function schemaVersion(database: DatabaseSyncInstance): number {
  const row: unknown = database.prepare('PRAGMA user_version').get();
  return typeof row === 'object' && row !== null && 'user_version' in row ? Number(row.user_version) : 0;
}

function explain(error: unknown, folder: string | null): unknown {
  const code = primaryCode(error);
  if (code === SQLITE_BUSY) {
    return new CustodianError('REGISTRY_IN_USE', { holder: readHolder(folder) }, { cause: error });
  }
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB
    ? new CustodianError('REGISTRY_DAMAGED', { detail: 'it is not a database' }, { cause: error })
    : error;
}

/** Pages that no longer fit together show only when they are read. */
export function saidOfDamage(error: unknown): unknown {
  const code = primaryCode(error);
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB
    ? new CustodianError('REGISTRY_DAMAGED', { detail: 'its pages do not fit together' }, { cause: error })
    : error;
}

const primaryCode = (error: unknown): number | null =>
  error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null;

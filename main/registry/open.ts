// Opens the registry file for this process alone, durable and up to date. The lock is SQLite's own, held by the
// kernel on the open file, so it ends with the process however that ends; no stale lock file can be left behind.
import { chmodSync, closeSync, existsSync, lstatSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { CustodianError } from '../../shared/errors.ts';
import { errorCode } from '../ports/disk-problems.ts';
import { integerOf } from './codec.ts';
import { keepCopies } from './daily-copies.ts';
import { inWords, registryError } from './errors.ts';
import { writeHolder } from './holder.ts';
import { metaValue } from './meta.ts';
import { MIGRATIONS } from './migrations.ts';
import { cleanRowsOnce } from './public-rows.ts';
import { readsOver } from './rows.ts';
import { createSql } from './sql.ts';
import { versionOf } from './state/seal.ts';
import { keepSealed } from './state/upgrade.ts';

export interface OpenOptions {
  /** The data folder; made when missing, for the user alone. `null` keeps the database in memory. */
  folder: string | null;
  /** Who holds the registry, in words for the second comer: `the window`, `a command`. */
  holder: string;
  /** How long to wait for another process to finish, in milliseconds. */
  waitMs: number;
  /** Looks at what an existing registry says about itself before anything in it is changed, and throws to leave it alone. */
  admit?: (known: (name: string) => string | null) => void;
  /** Copies are kept by it; none when left out. */
  today?: () => Date;
}

export function openDatabase({ folder, holder, waitMs, admit, today }: OpenOptions): DatabaseSyncInstance {
  const database = inWords(
    () => new DatabaseSync(folder === null ? ':memory:' : prepareFile(folder), { timeout: waitMs }),
    folder,
  );
  try {
    // Exclusive locking comes first: with it, WAL needs no shared-memory file beside the database.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('PRAGMA journal_mode = WAL');
    // FULL: a change that was acknowledged survives a crash and a power cut.
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA foreign_keys = ON');
    database.exec('PRAGMA trusted_schema = OFF');
    database.exec('BEGIN EXCLUSIVE; COMMIT');
    const sql = createSql(database);
    const found = versionOf(sql);
    if (found === 0 && sql.first(integerOf('there'), 'SELECT 1 AS there FROM sqlite_schema LIMIT 1') !== null) {
      throw new CustodianError('REGISTRY_DAMAGED', { detail: { code: 'tables-unfit' } });
    }
    if (found > 0) {
      admit?.((name) => metaValue(readsOver(sql), name));
    }
    if (folder !== null && found > 0 && today !== undefined) {
      keepCopies(database, { folder, schema: found, known: MIGRATIONS.length, today: today() });
    }
    migrate(database, folder, found);
    cleanRowsOnce(database);
    if (folder !== null) {
      writeHolder(folder, holder);
    }
    return database;
  } catch (error) {
    database.close();
    throw registryError(error, folder);
  }
}

/** Throws what the system says of a file that was taken away: what is written to it then, nobody finds again. */
export function requireFile(folder: string | null): void {
  if (folder !== null) {
    statSync(fileIn(folder));
  }
}

const fileIn = (folder: string): string => path.join(folder, 'registry.db');

/** SQLite gives its journal files the mode of the database file, so making that first covers all of them. */
function prepareFile(folder: string): string {
  makeFolder(folder);
  const file = fileIn(folder);
  if (!existsSync(file)) {
    closeSync(openSync(file, 'a', 0o600));
  }
  keepOthersOut(file);
  return file;
}

/** With its parents. Node's own way goes round for ever below folders of the kernel, and names another reason on a read-only disk. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && path.dirname(folder) !== folder) {
      makeFolder(path.dirname(folder));
      mkdirSync(folder, { mode: 0o700 });
    } else if (errorCode(error) !== 'EEXIST' || !statSync(folder).isDirectory()) {
      throw error;
    }
  }
}

/**
 * SECURITY: through a link this would be done to a file of others. Disks that keep no modes, and files that are not ours, do not
 * take this; whether the file can be used shows later.
 */
function keepOthersOut(file: string): void {
  try {
    if (lstatSync(file).isFile()) {
      chmodSync(file, 0o600);
    }
  } catch (error) {
    if (!['EPERM', 'EROFS', 'ENOTSUP', 'ENOSYS'].includes(errorCode(error))) {
      throw error;
    }
  }
}

function migrate(database: DatabaseSyncInstance, folder: string | null, found: number): void {
  if (found > MIGRATIONS.length) {
    throw new CustodianError('REGISTRY_TOO_NEW', { found, known: MIGRATIONS.length });
  }
  if (found < MIGRATIONS.length) {
    keepSealed(database, folder, found);
    // All steps are one change: the disk is waited for once.
    const steps = MIGRATIONS.slice(found).join('');
    database.exec(`BEGIN IMMEDIATE; ${steps} PRAGMA user_version = ${MIGRATIONS.length}; COMMIT`);
  }
}

// A newer version of the program changes the schema when it opens the registry, long before a keychain is asked, and so
// without the key of the seal. What was sealed is therefore kept beside it as it was; once the key is there, that copy is
// held against its seal and brought through the same steps, and only what comes out of it is sealed again.
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { MIGRATIONS } from '../migrations.ts';
import { audit } from '../records/audit.ts';
import { readsOver } from '../rows.ts';
import { createSql, quoted, type Sql } from '../sql.ts';
import { createStateKeeper, type StateKeeper } from './keeper.ts';
import { schemaHash, sealIn, versionOf } from './seal.ts';

const copyIn = (folder: string): string => path.join(folder, 'registry.before-upgrade.db');

/** To be called before the first step of an upgrade. A registry that is not sealed has nothing to prove. */
export function keepSealed(database: DatabaseSyncInstance, folder: string | null, version: number): void {
  if (folder === null || version < FIRST_SEALED || sealIn(createSql(database)) === null) {
    return;
  }
  dropKept(folder);
  database.exec(`VACUUM INTO ${quoted(copyIn(folder))}`);
}

export const dropKept = (folder: string): void => rmSync(copyIn(folder), { force: true });

/** The schema that brought the seal. */
const FIRST_SEALED = MIGRATIONS.findIndex((step) => step.includes('CREATE TABLE state_seal')) + 1;

interface Upgraded {
  sql: Sql;
  keeper: StateKeeper;
}

/** Whether the registry is what this program's own steps make of what was sealed. */
export function isProvenUpgrade(folder: string | null, now: Upgraded, key: Uint8Array): boolean {
  if (folder === null || !existsSync(copyIn(folder))) {
    return false;
  }
  try {
    return (
      inCopy(folder, (copy) => holdsItsSeal(keeperOf(copy), now.keeper, key)) &&
      inCopy(folder, (copy) => {
        upgrade(copy.database);
        return contentOf(keeperOf(copy)) === contentOf(now);
      })
    );
  } catch {
    return false;
  }
}

interface Copy {
  database: DatabaseSyncInstance;
  sql: Sql;
}

/** The copy is only for looking, so it may be changed. */
function inCopy<T>(folder: string, work: (copy: Copy) => T): T {
  const database = new DatabaseSync(copyIn(folder));
  try {
    return work({ database, sql: createSql(database) });
  } finally {
    database.close();
  }
}

const keeperOf = ({ database, sql }: Copy): Upgraded => ({ sql, keeper: createStateKeeper(database, sql) });

function holdsItsSeal({ sql, keeper }: Upgraded, now: StateKeeper, key: Uint8Array): boolean {
  keeper.use(key);
  const head = audit.reads(readsOver(sql)).auditHead();
  if (keeper.seal()?.mac !== now.seal()?.mac || keeper.flaw(head) !== null) {
    return false;
  }
  keeper.tables.forEach(({ name }) => keeper.holdTable(name));
  return true;
}

function upgrade(copy: DatabaseSyncInstance): void {
  const from = versionOf(createSql(copy));
  copy.exec(`${MIGRATIONS.slice(from).join('')} PRAGMA user_version = ${MIGRATIONS.length};`);
}

function contentOf({ sql, keeper }: Upgraded): string {
  const tables = keeper.tables.map((table) => [
    table.name,
    [...keeper.allOf(table)].map(([tenant, { hash }]) => [tenant, hash]),
  ]);
  return JSON.stringify([schemaHash(sql), tables]);
}

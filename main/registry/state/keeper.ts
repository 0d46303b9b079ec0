// Keeps the seal true: holds records against their hashes before they are read or changed by an act, and renews hashes and
// seal in the transaction of the change.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { CustodianError } from '../../../shared/errors.ts';
import type { AlteredPart } from '../../../shared/domain/audit/registry-state.ts';
import { type ChainHead, EMPTY_CHAIN, follows } from '../../../shared/domain/audit/chain.ts';
import type { AuditEntry } from '../../../shared/domain/audit/entry.ts';
import { record, text, textOf } from '../codec.ts';
import type { Holds } from '../rows.ts';
import type { Sql } from '../sql.ts';
import { createRowHashes, type Part, sha256 } from './row-hashes.ts';
import { isOurs, rootOf, type Seal, sealIn, versionOf, writeSeal } from './seal.ts';
import { NOBODY, type SealedTable, sealedTables, watchRows } from './tables.ts';

export type Parts = Record<string, Part>;

const STORED = record({ hash: text, parts: text });

export interface StateKeeper extends Holds {
  use(key: Uint8Array | null): void;
  seal(): Seal | null;
  flaw(head: AuditEntry | null): AlteredPart | null;
  /** To be called before a transaction that changes something: from the first one on, each changed row is told of. */
  watch(): void;
  /** To be called in a transaction, before its first change. */
  begin(): void;
  /** After its last change: the root of what is there now, for the audit entry; `null` while there is no key. */
  rehash(anew: boolean): string | null;
  renew(head: ChainHead, root: string | null, above?: number): void;
  /** After a transaction that was rolled back: what was found wrong in it, which is the reason why. */
  takeFound(): CustodianError | null;
  tables: readonly SealedTable[];
  partsOf(tenant: string): Parts;
  /** The ids that have hashes. */
  known(): string[];
  allOf(table: SealedTable): Map<string, Part>;
}

export function createStateKeeper(database: DatabaseSyncInstance, sql: Sql): StateKeeper {
  const tables = sealedTables(sql);
  const named = new Map(tables.map((table) => [table.name, table]));
  const hashes = createRowHashes(database);
  let key: Uint8Array | null = null;
  let found: CustodianError | null = null;
  /** Table and tenant of what was held against its hash since the last quick look. */
  const held = new Set<string>();
  const touched = new Map<string, Set<string>>();
  let watching = false;

  const tableNamed = (name: string): SealedTable => {
    const table = named.get(name);
    if (table === undefined) {
      throw new TypeError(`no sealed table ${name}`);
    }
    return table;
  };

  /** The hashes of a tenant as they are stored; the root over them was compared by `flaw`. */
  const partsOf = (tenant: string): Parts => {
    const stored = sql.first(STORED.read, 'SELECT hash, parts FROM state_hashes WHERE tenant = ?', tenant);
    if (stored === null) {
      return {};
    }
    if (sha256(stored.parts) !== stored.hash) {
      throw altered('records');
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its hash is sealed, so this program wrote it
    return JSON.parse(stored.parts) as Parts;
  };

  const isSealing = (): boolean => key !== null && sealIn(sql) !== null;

  function hold(name: string, tenant: string): void {
    const table = tableNamed(name);
    const place = `${name} ${tenant}`;
    if (held.has(place) || held.has(name) || !isSealing()) {
      return;
    }
    if ((partsOf(tenant)[name]?.hash ?? null) !== (hashes.of(table, tenant)?.hash ?? null)) {
      throw altered('records', tenant);
    }
    held.add(place);
  }

  function writeParts(tenant: string, parts: Parts): void {
    const names = Object.keys(parts).toSorted();
    if (names.length === 0) {
      sql.run('DELETE FROM state_hashes WHERE tenant = ?', tenant);
      return;
    }
    const line = JSON.stringify(Object.fromEntries(names.map((name) => [name, parts[name]])));
    sql.run('INSERT OR REPLACE INTO state_hashes VALUES (?, ?, ?)', tenant, sha256(line), line);
  }

  function rehashAll(): void {
    const all = new Map<string, Parts>();
    for (const table of tables) {
      for (const [tenant, part] of hashes.all(table)) {
        all.set(tenant, { ...all.get(tenant), [table.name]: part });
      }
    }
    sql.run('DELETE FROM state_hashes');
    all.forEach((parts, tenant) => writeParts(tenant, parts));
  }

  function rehashTouched(): void {
    for (const [tenant, names] of touched) {
      const parts = partsOf(tenant);
      for (const name of names) {
        const part = hashes.of(tableNamed(name), tenant);
        if (part === null) {
          // oxlint-disable-next-line typescript/no-dynamic-delete -- the name of a table of ours
          delete parts[name];
        } else {
          parts[name] = part;
        }
      }
      writeParts(tenant, parts);
    }
  }

  const tell = (name: string, tenant: string): void => {
    touched.set(tenant, (touched.get(tenant) ?? new Set()).add(name));
    try {
      hold(name, tenant);
    } catch (error) {
      // What is thrown from here reaches the caller as SQLite's own error.
      found = error instanceof CustodianError ? error : null;
      throw error;
    }
  };

  function altered(what: AlteredPart, tenant: string | null = null): CustodianError {
    const name = tenant === null ? null : sql.first(textOf('name'), 'SELECT name FROM tenants WHERE id = ?', tenant);
    return new CustodianError('REGISTRY_ALTERED', { what, tenant: name });
  }

  return {
    use(given) {
      key = given;
    },
    seal: () => sealIn(sql),
    flaw(head) {
      held.clear();
      const seal = sealIn(sql);
      if (key === null || seal === null || !isOurs(key, seal)) {
        return 'seal';
      }
      if (seal.version !== versionOf(sql)) {
        return 'schema';
      }
      const { seq, hash } = head ?? EMPTY_CHAIN;
      if (seq !== seal.seq || hash !== seal.hash || (head !== null && !isItself(head))) {
        return 'entries';
      }
      return rootOf(sql) === seal.root ? null : 'records';
    },
    hold,
    holdTable(name) {
      if (tableNamed(name).tenant === null) {
        hold(name, NOBODY);
        return;
      }
      if (held.has(name) || !isSealing()) {
        return;
      }
      const there = hashes.all(tableNamed(name));
      const sealed = new Set(sql.all(textOf('tenant'), 'SELECT tenant FROM state_hashes'));
      for (const tenant of new Set([...there.keys(), ...sealed])) {
        // What this very change has touched was held before, and is other now.
        const changing = held.has(`${name} ${tenant}`);
        if (!changing && (partsOf(tenant)[name]?.hash ?? null) !== (there.get(tenant)?.hash ?? null)) {
          throw altered('records', tenant);
        }
      }
      held.add(name);
    },
    watch() {
      if (!watching) {
        watchRows(database, tables, tell);
        watching = true;
      }
    },
    begin() {
      touched.clear();
      found = null;
      if (key === null && sealIn(sql) !== null) {
        throw new CustodianError('INTERNAL', { reference: 'a change without the key of the seal' });
      }
    },
    rehash(anew) {
      if (key === null) {
        return null;
      }
      if (anew || sealIn(sql) === null) {
        held.clear();
        rehashAll();
      } else {
        rehashTouched();
      }
      return rootOf(sql);
    },
    renew({ seq, hash }, root, above = 0) {
      if (key !== null && root !== null) {
        const number = Math.max(above, sealIn(sql)?.number ?? 0) + 1;
        writeSeal(sql, key, { number, version: versionOf(sql), seq, hash, root });
      }
    },
    takeFound() {
      const reason = found;
      found = null;
      return reason;
    },
    tables,
    partsOf,
    known: () => sql.all(textOf('tenant'), 'SELECT tenant FROM state_hashes ORDER BY tenant'),
    allOf: (table) => hashes.all(table),
  };
}

/** Whether the entry's hash is that of its own members. */
const isItself = (entry: AuditEntry): boolean => follows({ seq: entry.seq - 1, hash: entry.previousHash }, entry);

// The registry adapter: public facts in SQLite. There is one door for writing, `change`, and it appends the audit
// entry in the very transaction that makes the change.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { nextEntry } from '../../shared/domain/audit/chain.ts';
import type { AuditEntry } from '../../shared/domain/audit/entry.ts';
import type { Clock } from '../ports/clock.ts';
import type { Registry } from '../ports/registry.ts';
import type { AuditAct } from '../../shared/domain/audit/entry.ts';
import type { RegistryWriter } from '../ports/registry-writer.ts';
import type { RegistryState } from '../ports/registry-state.ts';
import { auditBatches } from '../ports/audit-entries.ts';
import { EMPTY_CHAIN } from '../../shared/domain/audit/chain.ts';
import { integer, text } from './columns.ts';
import { inWords, registryError } from './errors.ts';
import { metaValue, SEAL } from './meta.ts';
import { openDatabase, type OpenOptions } from './open.ts';
import { readerOver } from './reader.ts';
import { auditColumns } from './records/audit.ts';
import { createSql } from './sql.ts';
import { differencesIn } from './state/differences.ts';
import { createStateKeeper } from './state/keeper.ts';
import { dropKept, isProvenUpgrade } from './state/upgrade.ts';
import { vouchedReader } from './state/vouched-reader.ts';
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
  const keeper = createStateKeeper(database, sql);
  const vouched = vouchedReader(reader, keeper);
  const changes = writerOver(sql, options.actor);
  let key: Uint8Array | null = null;
  const known = (name: string): string | null => metaValue(sql, name);

  /** One transaction with the seal over what it leaves. */
  function sealed<T>(work: () => T, { anew = false, above = 0, entry }: Sealing = {}): T {
    return inTransaction(database, keeper.takeFound, () => {
      keeper.begin();
      const made = work();
      const root = keeper.rehash(anew);
      const last = reader.auditHead();
      const head = entry === undefined ? (last ?? EMPTY_CHAIN) : append(entry, root);
      keeper.renew(head, root, above);
      return made;
    });
  }

  function append(act: AuditAct, state: string | null): AuditEntry {
    const at = options.clock.now().toISOString();
    const entry = nextEntry(reader.auditHead(), at, options.actor, { ...act, ...(state !== null && { state }) });
    sql.insert('audit', auditColumns(entry));
    return entry;
  }

  const changing =
    (writer: RegistryWriter): Registry['change'] =>
    (act, work) => {
      const result = sealed(() => work(writer), { entry: act });
      options.changed?.(act.action);
      return result;
    };

  const notes: Pick<Registry, 'noteIntents' | 'noteDrift' | 'noteSeal'> = {
    noteIntents: (intents) => sealed(() => intents.forEach(changes.addIntent)),
    noteDrift: (tenantId, report) => sealed(() => keepDrift(sql, tenantId, report)),
    noteSeal: (seal) => sealed(() => sql.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', SEAL, seal)),
  };

  return translated(options.folder, {
    read: (work) => work(reader),
    change: changing({ ...reader, ...changes }),
    ...notes,
    state: {
      mark: keeper.seal,
      use(given) {
        key = given;
        keeper.use(given);
      },
      tables: () => keeper.tables.map(({ name }) => name),
      flaw: () => keeper.flaw(reader.auditHead()),
      isProvenUpgrade: () => key !== null && isProvenUpgrade(options.folder, { sql, keeper }, key),
      differences: () => differencesIn({ keeper, sql, head: reader.auditHead, entries: () => auditBatches(reader) }),
      size: () =>
        (sql.first((row) => integer(row, 'page_count'), 'PRAGMA page_count') ?? 0) *
        (sql.first((row) => integer(row, 'page_size'), 'PRAGMA page_size') ?? 0),
      vouched: { read: (work) => work(vouched), change: changing({ ...vouched, ...changes }), ...notes },
      sealAnew(act, above) {
        sealed(() => undefined, { anew: true, above, entry: act });
        if (options.folder !== null) {
          dropKept(options.folder);
        }
        options.changed?.(act.action);
      },
    },
    damage: () => [
      ...sql
        .all((row) => text(row, 'integrity_check'), 'PRAGMA integrity_check(10)')
        .filter((line) => line !== 'ok')
        .map((line) => ({ code: 'database', text: line }) as const),
      ...sql.all((row) => ({ code: 'lost-row', table: text(row, 'table') }) as const, 'PRAGMA foreign_key_check'),
    ],
    lasting(name, make) {
      const value = known(name) ?? make();
      if (known(name) === null) {
        sql.run('INSERT INTO meta VALUES (?, ?)', name, value);
      }
      return value;
    },
    known,
    close: () => {
      database.close();
    },
  });
}

type Doors = Pick<Registry, 'read' | 'change' | 'noteIntents' | 'noteDrift' | 'noteSeal'>;

/** SECURITY: whatever the database says goes through one door, so that no failure of it reaches a person as INTERNAL. */
function translated(folder: string | null, plain: OpenedRegistry): OpenedRegistry {
  const saying = <T>(work: () => T): T => inWords(work, folder);
  const doors = (to: Doors): Doors => ({
    read: (work) => saying(() => to.read(work)),
    change: (act, work) => saying(() => to.change(act, work)),
    noteIntents: (intents) => saying(() => to.noteIntents(intents)),
    noteDrift: (tenantId, report) => saying(() => to.noteDrift(tenantId, report)),
    noteSeal: (seal) => saying(() => to.noteSeal(seal)),
  });
  const { state } = plain;
  const translatedState: RegistryState = {
    mark: () => saying(state.mark),
    use: (key) => state.use(key),
    flaw: () => saying(state.flaw),
    isProvenUpgrade: () => saying(state.isProvenUpgrade),
    *differences() {
      try {
        yield* state.differences();
      } catch (error) {
        throw registryError(error, folder);
      }
    },
    tables: () => saying(state.tables),
    size: () => saying(state.size),
    vouched: doors(state.vouched),
    sealAnew: (act, above) => saying(() => state.sealAnew(act, above)),
  };
  return {
    ...doors(plain),
    state: translatedState,
    damage: () => saying(plain.damage),
    lasting: (name, make) => saying(() => plain.lasting(name, make)),
    known: (name) => saying(() => plain.known(name)),
    close: () => saying(plain.close),
  };
}

interface Sealing {
  /** Takes what is there now for true. */
  anew?: boolean;
  above?: number;
  /** Leaves none when there is none: a note is no act. */
  entry?: AuditAct;
}

/** What was found wrong inside is the reason, whatever SQLite makes of it. */
function inTransaction<T>(database: DatabaseSyncInstance, found: () => Error | null, work: () => T): T {
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
    throw found() ?? error;
  }
}

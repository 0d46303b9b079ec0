// The registry adapter: public facts in SQLite. There is one door for writing, `change`, and it appends the audit
// entry in the very transaction that makes the change.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { AuditAct, AuditEntry } from '../../shared/domain/audit/entry.ts';
import { EMPTY_CHAIN, nextEntry } from '../../shared/domain/audit/chain.ts';
import { auditBatches } from '../ports/audit-entries.ts';
import type { Clock } from '../ports/clock.ts';
import type { Registry } from '../ports/registry.ts';
import type { RegistryReader } from '../ports/registry-reader.ts';
import type { RegistryWriter } from '../ports/registry-writer.ts';
import { copyOf, stagedOf, takeOver } from './beside.ts';
import { integerOf, textOf } from './codec.ts';
import { changesOf, readerOver } from './doors.ts';
import { inWords, registryError } from './errors.ts';
import { META, metaValue, SEAL } from './meta.ts';
import { MIGRATIONS } from './migrations.ts';
import { openDatabase, type OpenOptions, requireFile } from './open.ts';
import { AUDIT } from './records/audit.ts';
import { changesOver, readsOver } from './rows.ts';
import { createSql } from './sql.ts';
import { differencesIn } from './state/differences.ts';
import { createStateKeeper } from './state/keeper.ts';
import { dropKept, isProvenUpgrade } from './state/upgrade.ts';

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
  const keeper = createStateKeeper(database, sql);
  const rows = { ...readsOver(sql), ...changesOver(sql) };
  const reader = readerOver(rows);
  const changes = {
    ...changesOf(rows, options.actor),
    takeOver: (taken: Parameters<RegistryWriter['takeOver']>[0]) => takeOver(sql, taken),
  };
  let key: Uint8Array | null = null;
  const known = (name: string): string | null => metaValue(rows, name);

  /** One transaction with the seal over what it leaves. */
  function sealed<T>(work: () => T, { anew = false, above = 0, entry }: Sealing = {}): T {
    requireFile(options.folder);
    keeper.watch();
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
    rows.insert(AUDIT, entry);
    return entry;
  }

  const doorsOf = (
    asked: RegistryReader,
    {
      writer = { ...asked, ...changes },
      before = () => undefined,
    }: { writer?: RegistryWriter; before?: () => void } = {},
  ): Registry['state']['vouched'] => ({
    read: (work) => work(asked),
    copy() {
      before();
      return copyOf(database, options.folder);
    },
    change(act, work) {
      const result = sealed(() => work(writer), { entry: act });
      options.changed?.(act.action);
      return result;
    },
    noteIntents: (intents) => sealed(() => intents.forEach(changes.addIntent)),
    noteDrift: (tenantId, report) => sealed(() => changes.setDrift(tenantId, report)),
    noteSeal: (seal) => sealed(() => rows.put(META, { name: SEAL, value: seal })),
  });

  const registry: OpenedRegistry = {
    ...doorsOf(reader),
    schema: () => MIGRATIONS.length,
    stage: (schema) => stagedOf(schema, options.folder),
    state: {
      mark: keeper.seal,
      use(given) {
        key = given;
        keeper.use(given);
      },
      hasKey: () => key !== null,
      tables: () => keeper.tables.map(({ name }) => name),
      flaw: () => keeper.flaw(reader.auditHead()),
      isProvenUpgrade: () => key !== null && isProvenUpgrade(options.folder, { sql, keeper }, key),
      *differences() {
        try {
          yield* differencesIn({ keeper, sql, head: reader.auditHead, entries: () => auditBatches(reader) });
        } catch (error) {
          throw registryError(error, options.folder);
        }
      },
      size: () =>
        sql.first(integerOf('size'), 'SELECT page_count * page_size FROM pragma_page_count, pragma_page_size') ?? 0,
      vouched: doorsOf(readerOver(readsOver(sql, keeper)), {
        before: () => keeper.tables.forEach(({ name }) => keeper.holdTable(name)),
      }),
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
        .all(textOf('integrity_check'), 'PRAGMA integrity_check(10)')
        .filter((line) => line !== 'ok')
        .map((line) => ({ code: 'database', text: line }) as const),
      ...sql.all(([table]) => ({ code: 'lost-row', table: String(table) }) as const, 'PRAGMA foreign_key_check'),
    ],
    lasting(name, make) {
      const value = known(name) ?? make();
      if (known(name) === null) {
        rows.insert(META, { name, value });
      }
      return value;
    },
    known,
    close: () => database.close(),
  };
  return translated(registry, options.folder);
}

/**
 * SECURITY: whatever the database says goes through one door, every function of the registry and of its parts, so that no
 * failure of it reaches a person as INTERNAL.
 */
function translated<T extends object>(plain: T, folder: string | null): T {
  /* oxlint-disable typescript/no-unsafe-type-assertion -- the same members with the same arguments */
  const parts = Object.entries(plain as Parts).map(([name, part]) => [
    name,
    typeof part === 'function'
      ? (...args: unknown[]) => inWords(() => part(...args), folder)
      : translated(part, folder),
  ]);
  return Object.fromEntries(parts) as T;
  /* oxlint-enable */
}

interface Parts {
  [name: string]: Parts | ((...args: unknown[]) => unknown);
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

// The thorough look: every record against its hash, the schema against the one that the migrations make, the whole audit
// chain, and what differs by name.
import { DatabaseSync } from '@photostructure/sqlite';
import type { AuditEntry } from '../../../shared/domain/audit/entry.ts';
import type { StateDifference } from '../../../shared/domain/audit/registry-state.ts';
import { verifyChain } from '../../../shared/domain/audit/chain.ts';
import { textOf } from '../codec.ts';
import { MIGRATIONS } from '../migrations.ts';
import { createSql, type Sql } from '../sql.ts';
import type { StateKeeper } from './keeper.ts';
import type { Part } from './row-hashes.ts';

interface Looked {
  keeper: StateKeeper;
  sql: Sql;
  head: () => AuditEntry | null;
  entries: () => Iterable<AuditEntry[]>;
}

const NOTHING = { tenant: null, table: null, row: null } as const;

export function* differencesIn({ keeper, sql, head, entries }: Looked): Generator<StateDifference> {
  const flaw = keeper.flaw(head());
  if (flaw === 'seal') {
    yield { part: flaw, ...NOTHING, how: keeper.seal() === null ? 'removed' : 'changed' };
  }
  yield* schemaDifferences(sql);
  if (flaw === 'entries' || !verifyChain(entries()).ok || !asWritten(sql)) {
    yield { part: 'entries', ...NOTHING, how: 'changed' };
  }
  const nameOf = (tenant: string): string | null =>
    tenant === '' ? null : (sql.first(textOf('name'), 'SELECT name FROM tenants WHERE id = ?', tenant) ?? tenant);
  for (const table of keeper.tables) {
    const there = keeper.allOf(table);
    for (const tenant of new Set([...there.keys(), ...keeper.known()])) {
      const sealed = sealedParts(keeper, tenant)[table.name];
      for (const { row, how } of differingRows(sealed, there.get(tenant))) {
        yield { part: 'records', tenant: nameOf(tenant), table: table.name, row, how };
      }
    }
  }
}

/** The chain binds what the details say; that they are still in the words of this program, it does not see. */
const asWritten = (sql: Sql): boolean =>
  sql
    .all(textOf('details'), 'SELECT details FROM audit')
    .every((details) => JSON.stringify(JSON.parse(details)) === details);

/** Hashes that were themselves changed vouch for nothing. */
function sealedParts(keeper: StateKeeper, tenant: string): Record<string, Part> {
  try {
    return keeper.partsOf(tenant);
  } catch {
    return {};
  }
}

type Differing = Pick<StateDifference, 'row' | 'how'>;

function differingRows(sealed: Part | undefined, there: Part | undefined): Differing[] {
  if (sealed?.hash === there?.hash) {
    return [];
  }
  const [before, now] = [sealed?.rows ?? {}, there?.rows ?? {}];
  const named: Differing[] = [
    ...Object.keys(now)
      .filter((row) => before[row] !== now[row])
      .map((row) => ({ row, how: before[row] === undefined ? ('added' as const) : ('changed' as const) })),
    ...Object.keys(before)
      .filter((row) => now[row] === undefined)
      .map((row) => ({ row, how: 'removed' as const })),
  ];
  // Too many rows to be told one by one, or the same rows in another order.
  return tellable(sealed) && tellable(there) && named.length > 0 ? named : [{ row: null, how: 'changed' }];
}

const tellable = (part: Part | undefined): boolean => part === undefined || part.rows !== undefined;

/** By name: what the migrations make, and what is there. */
function* schemaDifferences(sql: Sql): Generator<StateDifference> {
  const [expected, there] = [expectedSchema(), schemaOf(sql)];
  for (const name of new Set([...expected.keys(), ...there.keys()])) {
    const [before, now] = [expected.get(name), there.get(name)];
    if (before !== now) {
      const how = before === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
      yield { part: 'schema', tenant: null, table: null, row: name, how };
    }
  }
}

const SCHEMA = "SELECT type || ' ' || name AS name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'";

const schemaOf = (sql: Sql): Map<string, string> =>
  new Map(sql.all(([name, statement]) => [String(name), String(statement)], SCHEMA));

let expected: Map<string, string> | null = null;

function expectedSchema(): Map<string, string> {
  expected ??= freshSchema();
  return expected;
}

function freshSchema(): Map<string, string> {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec(MIGRATIONS.join(''));
    return schemaOf(createSql(database));
  } finally {
    database.close();
  }
}

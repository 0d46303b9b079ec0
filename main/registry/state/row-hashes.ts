// Rows as hashes. A row is its columns by name, with kind, length and value, and without those that are NULL: a column
// that a migration adds changes no hash. The order of rows counts, since "the newest" is read from it; their numbers do
// not, so VACUUM changes nothing.
import { createHash } from 'node:crypto';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { statementsOf } from '../sql.ts';
import { NOBODY, type SealedTable } from './tables.ts';

/** The rows of one tenant in one table: all as one hash, and each by its label while they are few. */
export interface Part {
  hash: string;
  rows?: Record<string, string>;
}

/** More rows than these are not told one by one: the records of a tenant stay small. */
const TOLD = 64;

export interface RowHashes {
  /** `null` where the tenant has no such rows. */
  of(table: SealedTable, tenant: string): Part | null;
  /** The whole table by tenant. */
  all(table: SealedTable): Map<string, Part>;
}

export function createRowHashes(database: DatabaseSyncInstance): RowHashes {
  // A number beyond what the program reads is still a number that somebody wrote.
  const prepared = statementsOf(database, (statement) => statement.setReadBigInts(true));
  const select = ({ name, columns }: SealedTable, where: string): ReturnType<typeof prepared> =>
    prepared(`SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM main."${name}" ${where} ORDER BY rowid`);

  return {
    of(table, tenant) {
      const { tenant: column } = table;
      const rows =
        column === null ? select(table, '').iterate() : select(table, `WHERE "${column}" = ?`).iterate(tenant);
      return partsOf(table, rows, () => tenant).get(tenant) ?? null;
    },
    all: (table) =>
      partsOf(table, select(table, '').iterate(), (row) =>
        table.tenant === null ? NOBODY : textOf(row[table.tenant]),
      ),
  };
}

type RawRow = Readonly<Record<string, unknown>>;

function partsOf(table: SealedTable, rows: Iterable<unknown>, tenantOf: (row: RawRow) => string): Map<string, Part> {
  const found = new Map<string, { label: string; hash: string }[]>();
  for (const each of rows) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the driver's rows are untyped
    const row = each as RawRow;
    const tenant = tenantOf(row);
    const one = { label: labelOf(table, row), hash: sha256(rowText(table, row)) };
    const known = found.get(tenant);
    if (known === undefined) {
      found.set(tenant, [one]);
    } else {
      known.push(one);
    }
  }
  return new Map([...found].map(([tenant, list]) => [tenant, partOf(list)]));
}

function partOf(rows: readonly { label: string; hash: string }[]): Part {
  const hash = sha256(rows.map((row) => row.hash).join('\n'));
  const told = Object.fromEntries(rows.map((row) => [row.label, row.hash]));
  return rows.length <= TOLD && Object.keys(told).length === rows.length ? { hash, rows: told } : { hash };
}

function rowText({ name, columns }: SealedTable, row: RawRow): string {
  let line = `${name.length}:${name}`;
  for (const column of columns) {
    const value = row[column];
    if (value !== null) {
      const said = textOf(value);
      line += `,${column.length}:${column}${typeof value}${said.length}:${said}`;
    }
  }
  return line;
}

const labelOf = ({ label }: SealedTable, row: RawRow): string => (label === null ? '' : textOf(row[label]));

function textOf(value: unknown): string {
  if (value instanceof Uint8Array) {
    return Buffer.from(value).toString('base64');
  }
  return typeof value === 'string' || typeof value === 'bigint' || typeof value === 'number' ? `${value}` : '';
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64url');

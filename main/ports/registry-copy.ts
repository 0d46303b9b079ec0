// A registry beside the one that is open: a copy of it as it was at one instant, or one that is put together from the rows of a
// backup. Public facts only; nothing in it is vouched for.
import type { RegistryReader } from './registry-reader.ts';

/** Column -> value; a column that is NULL is left out. */
export type CopiedRow = Record<string, string | number>;

export interface RegistryCopy extends Disposable {
  /** How many steps made its tables. */
  schema: number;
  reader: RegistryReader;
  /** Those that belong into a backup, but for the audit chain. */
  tables(): string[];
  /** Oldest first. */
  rows(table: string): Iterable<CopiedRow>;
  /** By table, those of one tenant. */
  rowsOf(tenantId: string): Iterable<{ table: string; row: CopiedRow }>;
}

export interface StagedRegistry extends Disposable {
  /** Throws when the table does not take the row. */
  add(table: string, row: CopiedRow): void;
  /** Brings it to the tables of this program. Throws when its rows do not belong together. */
  finish(): RegistryCopy;
}

// Every question that the registry answers, asked about the rows of rows-by-version.ts.
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { RegistryReader } from '../../../main/ports/registry-reader.ts';
import { readerOver } from '../../../main/registry/doors.ts';
import { MIGRATIONS } from '../../../main/registry/migrations.ts';
import { type Holds, readsOver } from '../../../main/registry/rows.ts';
import { createSql } from '../../../main/registry/sql.ts';
import { AT } from '../../support/keys.ts';
import { VERSIONS } from './rows-by-version.ts';

export type Question = keyof RegistryReader;

const ARGUMENTS: Partial<Record<Question, readonly unknown[]>> = {
  tenantByName: ['acme'],
  keysBySpki: ['waits'],
  keysToErase: [AT],
  carried: ['bundle'],
  evidenceDocument: ['tenant', 'e'],
  audit: [0, 9],
};

export const ask = (reader: RegistryReader, name: Question, tenant = 'tenant'): unknown =>
  (reader[name] as (...given: readonly unknown[]) => unknown)(...(ARGUMENTS[name] ?? [tenant, 9]));

export const questionsOf = (reader: RegistryReader): Question[] => Object.keys(reader) as Question[];

/** With the rows of every version. */
export const fill = (database: DatabaseSyncInstance): void =>
  MIGRATIONS.forEach((step, index) => database.exec(`${step} ${VERSIONS[index]?.rows ?? ''}`));

export function fullReader(holds?: Holds): RegistryReader {
  const database = new DatabaseSync(':memory:');
  fill(database);
  return readerOver(readsOver(createSql(database), holds));
}

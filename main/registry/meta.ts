// Single facts about the registry itself, each under a name.
import { text } from './columns.ts';
import type { Sql } from './sql.ts';

/** Names of what ties the audit chain to this device. */
export const DEVICE_KEY = 'audit-device-key';
export const SEAL = 'audit-seal';

export const metaValue = (sql: Sql, name: string): string | null =>
  sql.first((row) => text(row, 'value'), 'SELECT value FROM meta WHERE name = ?', name);

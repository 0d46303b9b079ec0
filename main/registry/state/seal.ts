// The seal: a MAC under a key that only the keychain has, over the newest audit entry and the root of everything that is
// on record. It is renewed in the transaction of every change, so there is no moment at which somebody could forge what
// is not sealed yet.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ChainHead } from '../../../shared/domain/audit/chain.ts';
import { column, integer, integerOf, table, text, textOf } from '../codec.ts';
import { changesOver, readsOver } from '../rows.ts';
import type { Sql } from '../sql.ts';
import { sha256 } from './row-hashes.ts';

export interface Seal extends ChainHead {
  /** Grows with every renewal: the keychain remembers it, so that an older copy is known as older. */
  number: number;
  /** The schema that was sealed. */
  version: number;
  root: string;
  mac: string;
}

const PURPOSE = 'key-custodian/state-seal';

const SEAL = table<Seal>('state_seal', {
  number: integer,
  version: integer,
  seq: integer,
  hash: column('head', text),
  root: text,
  mac: text,
});

export const sealIn = (sql: Sql): Seal | null => readsOver(sql).unheld(SEAL, '')[0] ?? null;

export const writeSeal = (sql: Sql, key: Uint8Array, sealed: Omit<Seal, 'mac'>): void =>
  changesOver(sql).put(SEAL, { ...sealed, mac: macOf(key, sealed) }, { only: 1 });

export function isOurs(key: Uint8Array, seal: Seal): boolean {
  const [expected, found] = [Buffer.from(macOf(key, seal)), Buffer.from(seal.mac)];
  return expected.length === found.length && timingSafeEqual(expected, found);
}

function macOf(key: Uint8Array, { number, version, seq, hash, root }: Omit<Seal, 'mac'>): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([PURPOSE, number, version, seq, hash, root]))
    .digest('base64url');
}

/** Over the schema and the hash of every tenant's records, in the order of their ids. */
export function rootOf(sql: Sql): string {
  const lines = sql.all(textOf('line'), "SELECT tenant || ' ' || hash AS line FROM state_hashes ORDER BY tenant");
  return sha256([schemaHash(sql), ...lines].join('\n'));
}

/** Tables, indexes, triggers and views by their text; what SQLite keeps for itself does not count. */
export function schemaHash(sql: Sql): string {
  const parts = sql.all(
    (row) => JSON.stringify(row),
    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name",
  );
  return sha256([String(versionOf(sql)), ...parts].join('\n'));
}

export const versionOf = (sql: Sql): number => sql.first(integerOf('user_version'), 'PRAGMA user_version') ?? 0;

// A registry that an older version made opens in this one, with everything that was in it, and the schema is the one that
// everybody can read in main/registry/schema.sql.
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../../../main/registry/migrations.ts';
import { openRegistry } from '../../../main/registry/registry.ts';
import { createSql } from '../../../main/registry/sql.ts';
import { schemaHash } from '../../../main/registry/state/seal.ts';
import { MEMORY, folderForEach } from '../../support/folder.ts';
import { AT } from '../../support/keys.ts';
import { VERSIONS } from './rows-by-version.ts';

const folder = folderForEach(MEMORY);

const open = () =>
  openRegistry({
    folder: folder(),
    holder: 'a test',
    waitMs: 50,
    clock: { now: () => new Date(AT) },
    actor: 'officer',
  });

function withDatabase<T>(file: string, work: (database: DatabaseSyncInstance) => T): T {
  const database = new DatabaseSync(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const toVersion = (database: DatabaseSyncInstance, version: number, rows = false): void =>
  MIGRATIONS.slice(0, version).forEach((step, index) =>
    database.exec(`${step} PRAGMA user_version = ${index + 1}; ${rows ? (VERSIONS[index]?.rows ?? '') : ''}`),
  );

it.each(MIGRATIONS.map((_, index) => index + 1))('opens a registry of version %i with all its rows', (version) => {
  withDatabase(folder('registry.db'), (database) => toVersion(database, version, true));
  const registry = open();
  for (const { reads, as } of VERSIONS.slice(0, version)) {
    expect(registry.read(reads).map((answer) => JSON.stringify(answer))).toEqual(as.trim().split(/\n */));
  }
  expect(registry.damage()).toEqual([]);
  expect([...registry.state.differences()].filter(({ part }) => part === 'schema')).toEqual([]);
  registry.close();
});

it('keeps by itself what the table of keys kept before it was made anew', () => {
  withDatabase(folder('registry.db'), (database) => toVersion(database, 10, true));
  const registry = open();
  const changed = (kid: string, part: object) => () =>
    registry.change({ action: 'test', subject: 'x', details: {} }, (writer) => {
      writer.keys('tenant').forEach((key) => key.kid === kid && writer.updateKey({ ...key, ...part }));
    });
  expect(changed('stays', { exportable: true })).toThrow('stays so');
  expect(changed('made room', { state: 'next', replacedAt: null })).toThrow('UNIQUE');
  expect(changed('retired', { state: 'previous' })).toThrow('CHECK');
  registry.close();
});

/** Registries were sealed under these: the text of a step that has shipped stays as it is, with its spaces. */
const SEALED_UNDER = [
  'HZ0nzjoIZ5w2UdXSuBE6M55UKgoC8aC444dCdENnOwU',
  'WqlMAvrjIZEpoAUYGCLE-7yUhfbt9ylqoAlK0Y7vTDM',
  't9K56hPhst8Vfa0O36UZiQQ_OSejhDrj1qvZ6-maIBA',
  'yhs-GjnMzKIJZg62h--fgbbht18y0YUMLZQ81lvd6vU',
  'Ya2ZJ3gU5xBZfWQElp0xlsAiXTHBww-qOscjwBkm-4k',
  'zJVKopMWMQFIiTPiZM8OIxXkAXvxwtH6bRMp5x7qkMk',
  '7u7ySK_pItfd7cA5MnAk7_ApYeD_2Ia6p9d2k4fys3E',
  'pZ6ZeyPImZX1pc2SjZiUd6PUtWj2PtRPSqBcRBGHumo',
  'yKXgBO0eHNebntwDEk5EAuFNgvCLn1IaTz_LrlbB9-M',
  'cEWChROLROqcmVaoJ407lbyDU9bSlktzbixdeCKbgpk',
  'dLP-o_6hwP46UiSd36pEY_54DFM72X2KiicwmhbdDyg',
  'spjPUB7VTnh8FX7GGrNrLqt_1jBMRNHaALvBvHg-dJ4',
  'zXRGlUT8acPWpDL2_I282lSWzuT_qg-7hyntKLuYLRI',
  '4pcfIK1lPu1hEs6Y2XQx_8DJkPPcLvFO7PjsIVfwDoY',
  'kx4-IWvfxqbXGmF6v9W33hkuyhn3Vb97uwjF5blyneM',
  'D0p2epZy1fG5NE4hzTFuF3sBBMc2wJMVDAj0Jdpj8Zg',
  'I81mxMZipls8qKZRMAvNT0dgIRk1I--XZXH9HawmcbY',
];

it('makes the very schema of each version, and has rows of each to try', () => {
  const made = MIGRATIONS.map((_, index) =>
    withDatabase(':memory:', (database) => {
      toVersion(database, index + 1);
      return schemaHash(createSql(database));
    }),
  );
  expect(made).toEqual(SEALED_UNDER);
  expect(VERSIONS).toHaveLength(MIGRATIONS.length);
});

/** `vitest -u` writes it. */
it('has its schema for reading in one place', async () => {
  const statements = withDatabase(':memory:', (database) => {
    toVersion(database, MIGRATIONS.length);
    return database
      .prepare(
        "SELECT tbl_name AS owner, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY tbl_name, type <> 'table', name",
      )
      .all() as { owner: string; sql: string }[];
  });
  const text = statements.map(({ owner, sql }, index) => {
    const first = owner !== statements[index - 1]?.owner;
    return `${first ? '\n' : ''}${readable(sql)};\n`;
  });
  const head = '-- The schema that the migrations make, for reading: written from them by their test (vitest -u).\n';
  await expect(head + text.join('')).toMatchFileSnapshot('../../../main/registry/schema.sql');
});

/** Columns that a later step added stand behind the others in one line. */
const readable = (sql: string): string =>
  sql
    .replaceAll(/^ {2}/gm, '')
    .replaceAll(/\s*, (?=[a-z_]+ (?:TEXT|INTEGER)\b)/g, ',\n  ')
    .replace(/\s*\) STRICT$/, '\n) STRICT');

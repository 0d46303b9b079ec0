// A registry that an older version sealed, opened by a newer one: it goes on by itself when it is what was sealed, however
// the newer version changed schema and records; and not when somebody used the occasion.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { copyHome, type Home, inProcess, newHome } from '../../attacks/sealed-desk.ts';
import { ACME } from '../../support/desk.ts';
import { folderForAll } from '../../support/folder.ts';
import { chainOf } from '../../support/written-entries.ts';

const tenant = ACME.name;

/** What a later version might do: a column for rows that are there, a table with a row, and an index. */
const NEXT_STEP = `
  ALTER TABLE tenants ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey';
  CREATE TABLE network (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  INSERT INTO network VALUES ('proxy', 'none');
  CREATE INDEX tenants_by_colour ON tenants (colour);
`;

const root = folderForAll();

let home: Home;
let runs = 0;
beforeEach(async () => {
  runs += 1;
  home = newHome(root(`home-${runs}`));
  await inProcess(home, async ({ custodian }) => {
    await custodian.addTenant(ACME);
    await custodian.addRing({ tenant, alg: 'ES256', name: 'ec' });
  });
});
afterEach(() => {
  vi.doUnmock('../../../main/registry/migrations.ts');
  vi.resetModules();
});

/** The program of tomorrow. */
async function newer(): Promise<typeof inProcess> {
  vi.doMock('../../../main/registry/migrations.ts', async (original) => {
    const { MIGRATIONS } = await original<{ MIGRATIONS: string[] }>();
    return { MIGRATIONS: [...MIGRATIONS, NEXT_STEP] };
  });
  vi.resetModules();
  const later = await import('../../attacks/sealed-desk.ts');
  return later.inProcess;
}

const signs = (of: typeof inProcess, at: Home): Promise<unknown> =>
  of(at, ({ custodian }) => custodian.signToken({ tenant, ring: 'ec', claims: {}, ttl: 60 }));

it('goes on by itself, says so in the chain, and keeps no copy', async () => {
  const later = await newer();
  home.keychain.locked = true;
  await later(home, async ({ custodian }) => expect(custodian.listTenants()).toHaveLength(1));
  home.keychain.locked = false;
  await signs(later, home);
  await later(home, async ({ custodian, ports }) => {
    expect(chainOf({ custodian }).of('registry.upgraded')).toMatchInlineSnapshot(`"registry.upgraded registry {}"`);
    expect(ports.registry.state.tables()).toContain('network');
    expect((await custodian.examine(() => undefined)).findings).toEqual([]);
  });
  expect(readdirSync(home.folder)).not.toContain('registry.before-upgrade.db');
});

function change(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

it.each<[string, (folder: string) => void]>([
  ['the upgraded registry', (folder) => change(path.join(folder, 'registry.db'), 'UPDATE keys SET uses = 9')],
  [
    'the copy as well',
    (folder) => {
      change(path.join(folder, 'registry.db'), 'UPDATE keys SET uses = 9');
      change(path.join(folder, 'registry.before-upgrade.db'), 'UPDATE keys SET uses = 9');
    },
  ],
  ['the copy away', (folder) => rmSync(path.join(folder, 'registry.before-upgrade.db'))],
])('does nothing where somebody changed %s in between', async (_, work) => {
  const later = await newer();
  await later(home, async ({ custodian }) => void custodian.listTenants());
  work(home.folder);
  await expect(signs(later, home)).rejects.toMatchObject({ code: 'REGISTRY_ALTERED' });
});

it('does nothing where somebody changed the registry before the newer version came', async () => {
  change(path.join(home.folder, 'registry.db'), 'UPDATE keys SET uses = 9');
  await expect(signs(await newer(), home)).rejects.toMatchObject({ code: 'REGISTRY_ALTERED' });
});

it('knows an older copy as older, even one of the older version', async () => {
  const older = copyHome(home, root(`older-${runs}`));
  const later = await newer();
  await signs(later, home);
  await expect(signs(later, { ...older, keychain: home.keychain })).rejects.toMatchObject({ code: 'REGISTRY_OLDER' });
});

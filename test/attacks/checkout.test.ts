// A checkout is not the product: whatever is run in one leaves the data of the installed Key Custodian, and its entries in
// the keychain, as they are, until it is told otherwise in so many words.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import { SERVICES } from '../../main/key-store/keychain/backend.ts';
import { defaultDataFolder } from '../../main/composition/data-folder.ts';
import { nativeKeychain } from '../../main/key-store/keychain/load-keytar.ts';
import { MIGRATIONS } from '../../main/registry/migrations.ts';
import type { Edition } from '../../shared/app-info.ts';
import { folderForEach } from '../support/folder.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/cli.cjs');

const data = folderForEach();

/** By each system's own word for it. */
const home = () => ({ XDG_DATA_HOME: data(), LOCALAPPDATA: data(), HOME: data() });
const folderOf = (edition: Edition): string => defaultDataFolder(edition, process.platform, home(), data());

function custodian(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, ...home() };
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { env, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

/** As an installed version left it, with an older schema than ours. */
function installProduct(): string {
  const folder = folderOf('product');
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(path.join(folder, 'registry.db'));
  database.exec(`${MIGRATIONS.slice(0, 2).join('')} PRAGMA user_version = 2;`);
  database.close();
  return folder;
}

/** Names of all that is in a folder, and what its files hold. */
const hashOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ file: path.join(entry.parentPath, entry.name), entry }))
    .toSorted((one, other) => one.file.localeCompare(other.file))
    .reduce(
      (hash, { file, entry }) => hash.update(file).update(entry.isFile() ? readFileSync(file) : ''),
      createHash('sha256'),
    )
    .digest('hex');

it('works on data of its own, says once where others are, and touches those only when told to', () => {
  const product = installProduct();
  const before = hashOf(product);

  const first = custodian('tenant', 'list');
  expect(first).toMatchObject({ code: 0 });
  expect(first.stderr).toContain(`There are data in ${product}`);
  expect(custodian('tenant', 'list').stderr).toBe('');
  const refused = custodian('--data-dir', product, 'tenant', 'list');
  expect(refused).toMatchObject({ code: 3 });
  expect(refused.stderr).toMatch(/installed Key Custodian[^]*--product[^]*REGISTRY_OF_PRODUCT/);
  expect(custodian('--data-dir', product, 'sandbox', 'start')).toMatchObject({ code: 3 });
  expect(hashOf(product)).toBe(before);
  const both = [product, folderOf('checkout')].map((folder) => path.basename(folder));
  expect(readdirSync(path.dirname(product)).toSorted()).toEqual(both.toSorted());

  expect(custodian('--product', 'tenant', 'list')).toMatchObject({ code: 0, stderr: '' });
  expect(hashOf(product)).not.toBe(before);

  // Opened for the product once, it is known for the product's wherever it lies.
  const moved = data('moved');
  mkdirSync(moved);
  const opened = new DatabaseSync(path.join(product, 'registry.db'));
  opened.exec(`VACUUM INTO '${path.join(moved, 'registry.db')}'`);
  opened.close();
  expect(custodian('--data-dir', moved, 'tenant', 'list')).toMatchObject({ code: 3 });
  expect(custodian('--data-dir', moved, '--product', 'tenant', 'list')).toMatchObject({ code: 0 });
});

it('keeps its private keys under names of its own, and says so', async () => {
  const added = custodian('tenant', 'add', '--name', 'Acme', '--domain', 'acme.eu.auth0.com');
  expect(added.stderr).toBe('');
  const folder = folderOf('checkout');
  const database = new DatabaseSync(path.join(folder, 'registry.db'));
  const row: unknown = database.prepare("SELECT value FROM meta WHERE name = 'vault-id'").get();
  database.close();
  const account = `${(row as { value: string }).value}/#canary`;
  const keychain = nativeKeychain();
  expect(await keychain.getPassword(SERVICES.checkout, account)).not.toBeNull();
  expect(await keychain.getPassword(SERVICES.product, account)).toBeNull();

  const doctor = custodian('doctor', '--json');
  expect(JSON.parse(doctor.stdout)).toMatchObject({
    edition: 'checkout',
    custodyOf: 'checkout',
    dataFolder: folder,
    formerFolder: null,
    checked: { secrets: 2 },
  });
  expect(custodian('doctor').stdout).toMatch(/program +a checkout of the sources\ndata +of the checkout: /);
});

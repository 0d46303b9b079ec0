// A registry keeps under which names its private keys lie, and for whom it was made.
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import { systemClock } from '../../../main/composition/system.ts';
import { admitTo, keychainNames } from '../../../main/composition/keychain-names.ts';
import { SERVICES } from '../../../main/key-store/keychain/backend.ts';
import { MIGRATIONS } from '../../../main/registry/migrations.ts';
import { openRegistry } from '../../../main/registry/registry.ts';
import type { Edition } from '../../../shared/app-info.ts';
import { folderForEach } from '../../support/folder.ts';

const folder = folderForEach();

const FORMER = '0b7d9f5e-5f0c-4c53-9b5e-0a2f6a1c7e11';

function namesFor(custodyOf: Edition) {
  const admit = admitTo(custodyOf);
  const registry = openRegistry({
    folder: folder(),
    holder: 'a test',
    waitMs: 0,
    clock: systemClock,
    actor: 'test',
    admit,
  });
  try {
    return keychainNames(registry, custodyOf);
  } finally {
    registry.close();
  }
}

/** A registry of before, with what it says about itself. */
function makeFormer(version: number, facts: Record<string, string>): void {
  const database = new DatabaseSync(folder('registry.db'));
  database.exec(`${MIGRATIONS.slice(0, version).join('')} PRAGMA user_version = ${version};`);
  for (const [name, value] of Object.entries(facts)) {
    database.prepare('INSERT INTO meta VALUES (?, ?)').run(name, value);
  }
  database.close();
}

function versionNow(): unknown {
  const database = new DatabaseSync(folder('registry.db'));
  try {
    return database.prepare('PRAGMA user_version').get();
  } finally {
    database.close();
  }
}

it('gives product and checkout names that none begins with', () => {
  const [one = '', other = ''] = Object.values(SERVICES);
  expect(one.startsWith(other) || other.startsWith(one)).toBe(false);
});

it('names entries for whom the registry was made, and finds them again whoever opens it', () => {
  const made = namesFor('checkout');
  expect(made.service).toBe(SERVICES.checkout);
  expect(namesFor('checkout')).toEqual(made);
  expect(namesFor('product')).toEqual(made);
});

it('finds the entries of a registry from before, opened by either', () => {
  makeFormer(1, { 'vault-id': FORMER, 'vault-canary': 'tweet' });
  expect(namesFor('checkout')).toEqual({ service: SERVICES.product, vaultId: FORMER, canary: 'tweet' });
  expect(namesFor('checkout')).toMatchObject({ service: SERVICES.product });
});

it('leaves a registry of the product alone, its schema included, wherever it lies', () => {
  makeFormer(1, { 'vault-id': FORMER, 'vault-canary': 'tweet', edition: 'product' });
  expect(() => namesFor('checkout')).toThrow(expect.objectContaining({ code: 'REGISTRY_OF_PRODUCT' }));
  expect(versionNow()).toEqual({ user_version: 1 });
  expect(namesFor('product')).toMatchObject({ service: SERVICES.product });
  expect(versionNow()).toEqual({ user_version: MIGRATIONS.length });
});

it('believes no name that nobody gave', () => {
  makeFormer(1, { 'vault-id': FORMER, 'keychain-names': 'login' });
  expect(() => namesFor('product')).toThrow(expect.objectContaining({ code: 'REGISTRY_DAMAGED' }));
});

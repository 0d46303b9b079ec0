// What each change does to records that are there already, and what a record says that was changed from outside.
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RegistryReader } from '../../../main/ports/registry-reader.ts';
import type { RegistryWriter } from '../../../main/ports/registry-writer.ts';
import { takeOver } from '../../../main/registry/beside.ts';
import { changesOf, readerOver } from '../../../main/registry/doors.ts';
import { changesOver, readsOver } from '../../../main/registry/rows.ts';
import { createSql } from '../../../main/registry/sql.ts';
import { AT } from '../../support/keys.ts';
import { fill } from './questions.ts';

let database: DatabaseSyncInstance;
let registry: RegistryWriter;
beforeEach(() => {
  database = new DatabaseSync(':memory:');
  fill(database);
  const sql = createSql(database);
  const rows = { ...readsOver(sql), ...changesOver(sql) };
  registry = { ...readerOver(rows), ...changesOf(rows, 'officer'), takeOver: (taken) => takeOver(sql, taken) };
});

it('a plan that is recorded again changes nothing', () => {
  const before = registry.completedPlans('tenant');
  before.forEach((plan) => registry.addCompletedPlan({ ...plan, at: '2027-01-01T00:00:00.000Z' }));
  expect(registry.completedPlans('tenant')).toEqual(before);
});

it.each<[string, (reader: RegistryReader) => unknown, () => void]>([
  ['authority', () => registry.authorities(), () => registry.authorities().forEach(registry.addAuthority)],
  ['proxy', () => registry.proxy(), () => registry.setProxy(registry.proxy())],
  ['note about the keychain', () => registry.intents(), () => registry.intents().forEach(registry.addIntent)],
])('the %s that is recorded again takes the place of the former', (_, read, again) => {
  const before = read(registry);
  again();
  expect(read(registry)).toEqual(before);
});

it('a bundle that has a receipt is not removed, and one that never left is', () => {
  registry.bundles('tenant').forEach(({ id }) => registry.removeBundle(id));
  expect(registry.bundles('tenant').map(({ id }) => id)).toEqual(['back', 'twice']);
});

it('a receipt settles its own bundle', () => {
  const settled = { at: AT, outcome: 'refused', courier: 'courier', found: '{}' } as const;
  registry.settleBundle('out', settled);
  expect(registry.bundlesOut()).toEqual([]);
  expect(registry.bundles('tenant')[0]?.settled).toEqual(settled);
});

it('only the decision about that key is forgotten', () => {
  registry.keepForeign('tenant', { name: 'y', material: 'm', reason: 'r', at: AT });
  registry.forgetForeign('tenant', 'x');
  expect(registry.keptForeign('tenant')).toEqual([{ name: 'y', material: 'm', reason: 'r', at: AT, by: 'officer' }]);
});

it('a compromised key that was taken down is no longer out', () => {
  registry.keys('tenant').forEach((key) => registry.updateKey({ ...key, takenDownAt: AT }));
  expect(registry.compromisedOut()).toEqual([]);
});

it('hand-overs are numbered on, and the moment of saving is noted for that one', () => {
  const [first] = registry.handOvers('tenant');
  const made = { at: AT, tenant: 'Acme', kid: 'b', format: 'p12', protection: 'x', to: 'y' } as const;
  expect(registry.addHandOver('tenant', { ...made, recipient: null, sha256: 'f' }).number).toBe(3);
  registry.noteHandOverSaved(3, AT);
  expect(registry.handOvers('tenant')).toEqual([first, expect.objectContaining({ number: 3, savedAt: AT })]);
});

it('what is removed is gone, and nothing else', () => {
  registry.removeConsumer('c');
  registry.removeOutboxEntry('other');
  registry.removeAuthority('none');
  registry.setProxyAccount(null);
  expect([registry.allConsumers(), registry.consumerNotes('tenant'), registry.proxyAccount()]).toEqual([[], [], null]);
  expect([registry.outbox().map(({ tenant }) => tenant), registry.authorities().length]).toEqual([['Acme'], 1]);
});

describe('a record with a value that cannot be', () => {
  it.each<[string, string, () => unknown]>([
    ['state', "UPDATE keys SET state = 'lost'", () => registry.keyNames()],
    ['jwk', "UPDATE keys SET jwk = '{'", () => registry.keys('tenant')],
    ['courier', "UPDATE bundles SET courier = NULL WHERE id = 'back'", () => registry.bundles('tenant')],
    [
      'text',
      "ALTER TABLE policies RENAME TO p; CREATE TABLE policies AS SELECT 1 AS id, 'n' AS name, '{}' AS terms",
      () => registry.policies(),
    ],
  ])('is told by its column: %s', (column, sql, read) => {
    database.exec('PRAGMA ignore_check_constraints = ON; DROP TRIGGER bundles_settle_once; DROP INDEX one_next_a_ring');
    database.exec(`DROP INDEX one_current_a_ring; ${sql}`);
    const detail = { code: 'column', column: column === 'text' ? 'id' : column };
    expect(read).toThrow(expect.objectContaining({ code: 'REGISTRY_DAMAGED', facts: { detail } }));
  });
});

// A registry that an older version made opens in this one, with everything that was in it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../main/registry/migrations.ts';
import { openRegistry } from '../../../main/registry/registry.ts';
import { AT, aTenant } from '../../support/keys.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'migrations-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What the first version could hold of a publication and a proof. */
function makeOld(version: number): void {
  const database = new DatabaseSync(path.join(folder, 'registry.db'));
  database.exec(`${MIGRATIONS.slice(0, version).join('')} PRAGMA user_version = ${version};`);
  database.exec(`
    INSERT INTO tenants VALUES
      ('tenant', '${aTenant.name}', '${aTenant.domain}', NULL, 'development', 'sandbox', NULL, NULL, NULL, NULL, NULL, '${AT}');
    INSERT INTO publications (id, tenant_id, at, hash, kids, replaced)
      VALUES ('p', 'tenant', '${AT}', 'h', '["a"]', '{"keys":[]}');
    INSERT INTO proofs VALUES ('tenant', 'a', '${AT}', '${JSON.stringify(PROOF)}');
  `);
  database.close();
}

/** As it was kept before steps had codes. */
const PROOF = { ok: false, kid: 'a', steps: [{ step: 'listed', ok: false, detail: 'a is not listed' }] };

const versions = MIGRATIONS.map((_, index) => index + 1);

it.each(versions)('opens a registry of version %i', (version) => {
  makeOld(version);
  const clock = { now: () => new Date(AT) };
  const registry = openRegistry({ folder, holder: 'a test', waitMs: 50, clock, actor: 'officer' });
  registry.read((reader) => {
    expect(reader.tenantByName(aTenant.name)).toMatchObject({ id: 'tenant', cacheSeen: null });
    expect(reader.lastPublication('tenant')).toMatchObject({ kids: ['a'], act: 'push', sent: null });
    expect(reader.proofs('tenant', 1)).toEqual([PROOF]);
    expect(reader.lastSets().get('tenant')).toEqual({ at: AT, act: 'push', kids: ['a'], prints: {} });
    expect(reader.evidence('tenant', 1)).toEqual([]);
    expect(reader.drift('tenant')).toBeNull();
  });
  expect(registry.damage()).toEqual([]);
  registry.close();
});

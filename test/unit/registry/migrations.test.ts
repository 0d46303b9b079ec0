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

it('calls replaced what was never revoked, and leaves revocations alone', () => {
  const before = MIGRATIONS.findIndex((step) => step.includes("'replaced'"));
  makeOld(before);
  const database = new DatabaseSync(path.join(folder, 'registry.db'));
  database.exec(`INSERT INTO rings (id, tenant_id, name, alg, bits, created_at)
    VALUES ('ring', 'tenant', 'default', 'RS256', 2048, '${AT}')`);
  const insert = database.prepare(`INSERT INTO keys (id, ring_id, tenant_id, kid, alg, state, jwk, certificate,
      certificate_ends_at, spki_sha256, provenance, created_at, announced_at, previous_at, revoked_at, revocation, uses, exportable)
    VALUES (?, 'ring', 'tenant', ?, 'RS256', ?, '{}', '', '${AT}', ?, '{"kind":"generated","source":null}', '${AT}', ?, ?, ?, ?, ?, 0)`);
  const old = 'replaced before it was published or used';
  const revocation = (reason: string) => JSON.stringify({ reason, compromised: false, compromisedSince: null });
  const rows: [
    kid: string,
    state: string,
    announced: string | null,
    previous: string | null,
    reason: string | null,
    uses: number,
  ][] = [
    ['waits', 'next', null, null, null, 0],
    ['made room', 'revoked', null, null, old, 0],
    ['retired', 'revoked', AT, AT, 'its last tokens ended', 7],
    ['retired in these words', 'revoked', null, AT, old, 0],
    ['known outside', 'revoked', AT, null, old, 0],
  ];
  for (const [kid, state, announced, previous, reason, uses] of rows) {
    const ended = reason === null ? null : AT;
    insert.run(kid, kid, state, kid, announced, previous, ended, reason === null ? null : revocation(reason), uses);
  }
  database.close();
  const clock = { now: () => new Date(AT) };
  const registry = openRegistry({ folder, holder: 'a test', waitMs: 50, clock, actor: 'officer' });
  const keys = registry.read((reader) => reader.keys('tenant'));
  expect(keys.map(({ kid, state }) => [kid, state])).toEqual([
    ['waits', 'next'],
    ['made room', 'replaced'],
    ['retired', 'revoked'],
    ['retired in these words', 'revoked'],
    ['known outside', 'revoked'],
  ]);
  expect(keys[1]).toMatchObject({ replacedAt: AT, revokedAt: null, revocation: null, exportable: false });
  expect(registry.read((reader) => reader.rings('tenant'))).toMatchObject([{ brought: false }]);
  expect(registry.damage()).toEqual([]);
  // What the table kept by itself it still keeps.
  const again = (kid: string, part: object) => () =>
    registry.change({ action: 'test', subject: 'x', details: {} }, (writer) => {
      const key = keys.find((one) => one.kid === kid);
      writer.updateKey({ ...(key ?? keys[0]), ...part } as (typeof keys)[number]);
    });
  expect(again('made room', { exportable: true })).toThrow(/must not leave stays so|REGISTRY/);
  expect(again('made room', { state: 'next', replacedAt: null })).toThrow(/one_next|UNIQUE|REGISTRY/);
  expect(again('retired', { state: 'previous' })).toThrow(/CHECK|REGISTRY/);
  registry.close();
});

// Who edits or swaps registry.db, with real SQLite and without the keychain, gets nothing published, signed, rotated,
// exported, handed over or opened early; what differs is named; an older copy is known as older after every act.
import { createHash, generateKeyPairSync } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { MIGRATIONS } from '../../main/registry/migrations.ts';
import type { KeyState } from '../../shared/domain/limits.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import { ACME } from '../support/desk.ts';
import { copyHome, edit, type Home, inProcess, newHome, putBack, type SealedDesk } from './sealed-desk.ts';
import { folderForAll } from '../support/folder.ts';
import { keyIn, keysOf, push } from '../support/tenant-keys.ts';
import { outcomeOf } from '../support/outcome.ts';

const tenant = ACME.name;
const nothing = (): void => undefined;

const root = folderForAll();
let base: Home;
beforeAll(async () => {
  base = newHome(root('base'));
  await inProcess(base, async ({ custodian }) => {
    await custodian.addTenant(ACME);
    await custodian.addRing({ tenant, alg: 'ES256', name: 'ec' });
    await push({ custodian });
  });
}, 120_000);

let home: Home;
let copies = 0;
beforeEach(() => {
  home = fork(base);
});

function fork(of: Home): Home {
  copies += 1;
  return copyHome(of, root(`copy-${copies}`));
}

const inRing = (custodian: SealedDesk['custodian'], state: KeyState): SigningKey =>
  keyIn({ custodian }, state, tenant, 'ec');

/** Everything that must not happen on a registry that somebody changed; each answers with its error code or `done`. */
const ACTS: Record<string, (desk: SealedDesk) => Promise<unknown>> = {
  preview: ({ custodian }) => custodian.previewPublication({ tenant }),
  push: (desk) => push(desk),
  sign: ({ custodian }) => custodian.signToken({ tenant, ring: 'ec', claims: {}, ttl: 60 }),
  rotate: ({ custodian }) => custodian.rotateRing({ tenant, ring: 'ec', override: 'attack' }),
  'rotate without a reason': ({ custodian }) => custodian.rotateRing({ tenant, ring: 'ec' }),
  'rotate and revoke': ({ custodian }) =>
    custodian.rotateAndRevoke({ tenant, ring: 'ec', reason: 'attack', compromised: true }),
  export: ({ custodian }) => custodian.exportFile({ tenant, format: 'jwks' }),
  'export all': ({ custodian }) => custodian.exportAll(tenant, async () => 'folder'),
  'hand over': ({ custodian }) =>
    custodian.handOver(
      { tenant, kid: inRing(custodian, 'current').kid, format: 'p12', flavour: 'modern', to: 'attacker' },
      { passphrase: Buffer.from('correct horse battery staple'), recipient: null },
      async () => undefined,
    ),
  bundle: ({ custodian }) => custodian.previewBundle({ tenant }),
  generate: ({ custodian }) => custodian.generateNext({ tenant, ring: 'ec' }),
  drift: ({ custodian }) => custodian.lookForDrift({ tenant }),
  edit: ({ custodian }) => custodian.editTenant({ tenant, customDomain: 'evil.example' }),
};

async function outcomes(at: Home): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, act] of Object.entries(ACTS)) {
    // Each in a process of its own, as commands are.
    found[name] = await inProcess(at, (desk) => outcomeOf(act(desk)));
  }
  return found;
}

const allRefused = (code: string): Record<string, string> =>
  Object.fromEntries(Object.keys(ACTS).map((name) => [name, code]));

/** What the doctor names. */
const diagnosis = (at: Home) =>
  inProcess(at, async ({ custodian }) => {
    const { findings } = await custodian.examine(nothing);
    return findings.map(({ code, facts }) => ({ code, ...facts }));
  });

const update = (sql: string) => (database: DatabaseSyncInstance) => database.exec(sql);

function foreignJwk(kid: string): string {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return JSON.stringify({ ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' });
}

function insertPrevious(database: DatabaseSyncInstance): void {
  const names =
    'id, ring_id, tenant_id, kid, alg, state, jwk, certificate, certificate_ends_at, spki_sha256, provenance, created_at, current_at, previous_at, uses';
  database
    .prepare(
      `INSERT INTO keys (${names}) SELECT 'mine', ring_id, tenant_id, 'mine', alg, 'previous', ?, certificate, certificate_ends_at, ?, provenance, created_at, created_at, created_at, 0 FROM keys WHERE state = 'current' AND alg = 'ES256'`,
    )
    .run(foreignJwk('mine'), createHash('sha256').update('mine').digest('hex'));
}

describe('a registry that somebody edited', () => {
  it.each<[string, (database: DatabaseSyncInstance) => void, string]>([
    [
      'another public key in the next key',
      (database) =>
        database
          .prepare("UPDATE keys SET jwk = ? WHERE state = 'next' AND alg = 'ES256'")
          .run(foreignJwk('whatever-the-kid-is')),
      'changed',
    ],
    ['a previous key of his own', insertPrevious, 'added'],
    [
      'dates of 2020 in the next key',
      update(
        "UPDATE keys SET published_at = '2020-01-01T00:00:00.000Z', announced_at = published_at, created_at = published_at WHERE state = 'next'",
      ),
      'changed',
    ],
    ['a key taken out', update("DELETE FROM keys WHERE state = 'next' AND alg = 'ES256'"), 'removed'],
  ])(
    '%s: nothing is done with it, and the doctor names the key',
    async (_, work, how) => {
      edit(home.folder, work);
      expect(await outcomes(home)).toEqual(allRefused('REGISTRY_ALTERED'));
      expect(await diagnosis(home)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ code: 'changed-outside', part: 'records', tenant, table: 'keys', how }),
        ]),
      );
      expect(await inProcess(home, ({ custodian }) => custodian.verifyAudit())).toMatchObject({
        ok: false,
        problem: 'state-altered',
      });
    },
    120_000,
  );

  it.each([
    ['address', "UPDATE tenants SET api_base_url = 'https://evil.example'", 'records'],
    ['policy', `INSERT INTO policies VALUES ('p', 'lax', '{}')`, 'records'],
    ['note', `INSERT INTO vault_intents VALUES ('key-x', 'remove', '2026-11-22')`, 'records'],
    ['identity', "UPDATE meta SET value = 'x' WHERE name = 'vault-canary-placed'", 'records'],
    ['trigger', 'DROP TRIGGER stays_for_ever', 'schema'],
    ['index', 'CREATE INDEX mine ON keys (kid)', 'schema'],
    ['view', 'CREATE VIEW mine AS SELECT 1', 'schema'],
    ['schema version', 'PRAGMA user_version = 99999', 'REGISTRY_TOO_NEW'],
    ['schema version, lowered,', 'PRAGMA user_version = 3', 'REGISTRY_DAMAGED'],
    ['name in the keychain', "UPDATE meta SET value = 'No/Name' WHERE name = 'vault-id'", 'REGISTRY_DAMAGED'],
    ['seal', 'DELETE FROM state_seal', 'seal'],
    ['whole sealing', 'DELETE FROM state_seal; DELETE FROM state_hashes', 'seal'],
    ['hashes', "UPDATE state_hashes SET parts = '{}'", 'records'],
    [
      'audit text',
      `DROP TRIGGER audit_is_final_update; UPDATE audit SET details = '{}' WHERE seq = 2;
       CREATE TRIGGER audit_is_final_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END`,
      'entries',
    ],
  ])('is noticed where the %s was changed', async (_, sql, part) => {
    edit(home.folder, update(sql));
    const refused = inProcess(home, ({ custodian }) =>
      custodian.signToken({ tenant, ring: 'ec', claims: {}, ttl: 60 }),
    );
    await expect(refused).rejects.toMatchObject({ code: part.startsWith('REGISTRY') ? part : 'REGISTRY_ALTERED' });
    if (!part.startsWith('REGISTRY')) {
      expect(await diagnosis(home)).toEqual(
        expect.arrayContaining([expect.objectContaining({ code: 'changed-outside', part })]),
      );
    }
  });

  it('is noticed where the sealing was taken back to a version that had none', async () => {
    const before = MIGRATIONS.findIndex((step) => step.includes('CREATE TABLE state_seal'));
    edit(
      home.folder,
      update(
        `DROP TABLE state_seal; DROP TABLE state_hashes; DROP INDEX keys_to_erase; ALTER TABLE audit DROP COLUMN state;
         PRAGMA user_version = ${before}`,
      ),
    );
    const refused = inProcess(home, ({ custodian }) =>
      custodian.signToken({ tenant, ring: 'ec', claims: {}, ttl: 60 }),
    );
    // The steps after it, made a second time, may find their tables there already.
    expect(await outcomeOf(refused)).toMatch(/^REGISTRY_(ALTERED|DAMAGED)$/);
  });

  it('is read and listed all the same, and says in its status that something is wrong', async () => {
    edit(home.folder, update("UPDATE keys SET uses = 7 WHERE state = 'current'"));
    await inProcess(home, async ({ custodian }) => {
      expect(custodian.listTenants()).toHaveLength(1);
      expect(keysOf({ custodian })).toHaveLength(4);
      expect((await custodian.status()).registry).toMatchObject({
        checked: true,
        problem: { code: 'REGISTRY_ALTERED', facts: { what: 'records', tenant } },
      });
    });
  });

  it('goes on when an officer accepts it, with what differs in the chain for ever', async () => {
    edit(home.folder, update("UPDATE keys SET uses = 7 WHERE state = 'current' AND alg = 'ES256'"));
    await inProcess(home, async ({ custodian }) => {
      const { kid } = inRing(custodian, 'current');
      expect(await custodian.acceptAudit('I repaired it')).toBe('state-altered');
      const accepted = custodian
        .listAudit({ afterSeq: 0, limit: 1000 })
        .find(({ action }) => action === 'audit.accepted');
      expect(accepted?.details).toMatchObject({
        reason: 'I repaired it',
        problem: 'state-altered',
        differences: [{ part: 'records', tenant, table: 'keys', row: kid, how: 'changed' }],
      });
      await custodian.signToken({ tenant, ring: 'ec', claims: {}, ttl: 60 });
      expect(await custodian.verifyAudit()).toMatchObject({ ok: true, problem: null });
    });
  });
});

it('is accepted only as it was shown: what came to differ meanwhile is not', async () => {
  edit(home.folder, update("UPDATE keys SET uses = 7 WHERE state = 'current'"));
  await inProcess(home, async ({ custodian }) => {
    const seen = await custodian.stateFindings();
    const other = custodian.acceptAudit('I looked', seen.slice(1));
    await expect(other).rejects.toMatchObject({ code: 'CONFIRMATION_CHANGED' });
    const refused = custodian.signToken({ tenant, ring: 'ec', claims: {}, ttl: 60 });
    await expect(refused).rejects.toMatchObject({ code: 'REGISTRY_ALTERED' });
    expect(await custodian.acceptAudit('I looked', seen)).toBe('state-altered');
  });
});

describe('a registry that an officer accepted', () => {
  it.each([
    ['the next key', "UPDATE keys SET jwk = json_set(jwk, '$.x', ?) WHERE state = 'next' AND alg = 'ES256'"],
    ['the key that signs', "UPDATE keys SET jwk = json_set(jwk, '$.x', ?) WHERE state = 'current' AND alg = 'ES256'"],
  ])('publishes no public key of somebody else as %s', async (_, sql) => {
    const { x } = JSON.parse(foreignJwk('x')) as { x: string };
    edit(home.folder, (database) => database.prepare(sql).run(x));
    await inProcess(home, async ({ custodian }) => {
      await custodian.acceptAudit('looked all right to me');
      await custodian.rotateRing({ tenant, ring: 'ec', override: 'so that it is new to the set' });
      await expect(push({ custodian })).rejects.toMatchObject({ code: 'KEY_NOT_OURS' });
    });
  });
});

describe('a previous key of somebody else, in a registry that was accepted', () => {
  it('is not published', async () => {
    edit(home.folder, insertPrevious);
    await inProcess(home, async ({ custodian }) => {
      await custodian.acceptAudit('looked all right to me');
      await expect(push({ custodian })).rejects.toMatchObject({ code: 'VAULT_SECRET_MISSING' });
    });
  });
});

describe('an older copy of the registry', () => {
  it.each<[string, (desk: SealedDesk) => Promise<unknown>]>([
    [
      'a push',
      ({ custodian }) => custodian.rotateRing({ tenant, ring: 'ec', override: 'x' }).then(() => push({ custodian })),
    ],
    [
      'a revocation',
      async ({ custodian }) => {
        await custodian.rotateRing({ tenant, ring: 'ec', override: 'x' });
        const { kid } = inRing(custodian, 'previous');
        await custodian.revokeKey({ tenant, kid, reason: 'lost', compromised: true, override: 'x' });
      },
    ],
    [
      'an emergency',
      ({ custodian }) => custodian.rotateAndRevoke({ tenant, ring: 'ec', reason: 'lost', compromised: true }),
    ],
    ['a changed address', ({ custodian }) => custodian.editTenant({ tenant, customDomain: 'new.acme.example' })],
    ['a look that found nothing new', ({ custodian }) => custodian.lookForDrift({ tenant })],
    ['a signature', ({ custodian }) => custodian.signToken({ tenant, ring: 'ec', claims: {}, ttl: 60 })],
  ])(
    'is known as older after %s',
    async (_, act) => {
      const older = fork(home);
      await inProcess(home, act);
      putBack(older.folder, home.folder);
      expect(await outcomes(home)).toEqual(allRefused('REGISTRY_OLDER'));
      expect((await diagnosis(home)).map(({ code }) => code)).toContain('registry-older');
    },
    120_000,
  );

  it('is known as older also after somebody looked at it', async () => {
    const older = fork(home);
    await inProcess(home, ({ custodian }) => custodian.editTenant({ tenant, customDomain: 'new.acme.example' }));
    putBack(older.folder, home.folder);
    await inProcess(home, async ({ custodian }) => keysOf({ custodian }));
    await inProcess(home, ({ custodian }) => custodian.status());
    await expect(inProcess(home, (desk) => push(desk))).rejects.toMatchObject({
      code: 'REGISTRY_OLDER',
    });
  });

  it('is known as older where the journal was cut off', async () => {
    const older = fork(home);
    await inProcess(older, ({ custodian }) => custodian.rotateRing({ tenant, ring: 'ec', override: 'x' }));
    // The keychain of the newer, the file of the older.
    const mixed: Home = { ...older, folder: home.folder };
    await expect(inProcess(mixed, (desk) => push(desk))).rejects.toMatchObject({
      code: 'REGISTRY_OLDER',
    });
  });
});

describe('a keychain that is locked', () => {
  it('lets nothing be changed, and everything be read', async () => {
    home.keychain.locked = true;
    await inProcess(home, async ({ custodian }) => {
      expect(keysOf({ custodian })).toHaveLength(4);
      expect((await custodian.status()).registry).toEqual({ checked: false, problem: null });
      const before = custodian.listAudit({ afterSeq: 0, limit: 1000 }).length;
      for (const act of [ACTS['edit'], ACTS['export'], ACTS['rotate']]) {
        await expect(act?.({ custodian } as SealedDesk)).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
      }
      expect(custodian.listAudit({ afterSeq: 0, limit: 1000 })).toHaveLength(before);
      home.keychain.locked = false;
      await custodian.editTenant({ tenant, customDomain: 'new.acme.example' });
    });
  });
});

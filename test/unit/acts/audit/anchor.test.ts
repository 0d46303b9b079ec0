// What somebody could do to the database file with the right tools, and what is noticed: with the keychain at hand, and
// without it. The registry and its file are real.
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { compactVerify, importSPKI } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { nextEntry } from '../../../../shared/domain/audit/chain.ts';
import { sealClaims } from '../../../../main/acts/audit/seal.ts';
import { secretName } from '../../../../main/ports/secret-name.ts';
import { wholeVerdict } from '../../../../main/acts/audit/audit.ts';
import { folderForAll } from '../../../support/folder.ts';
import { createKeyWorkshop } from '../../../support/workshop.ts';
import type { AuditEntry, AuditVerdict } from '../../../../shared/domain/audit/entry.ts';
import { type FaultDesk, makeKeyPool, openFaultDesk } from '../../../faults/fault-desk.ts';
import { ACME } from '../../../support/desk.ts';

const NOW = '2026-11-22T08:00:00.000Z';
const tenant = 'Acme';

const root = folderForAll();
let pool = '';
/** A folder with a tenant, an EC ring and some acts, everything signed and remembered. */
let base = '';

beforeAll(async () => {
  pool = root('pool.json');
  writeFileSync(pool, await makeKeyPool(4));
  base = root('base');
  await inDesk(base, async ({ custodian }) => {
    await custodian.addTenant(ACME);
    await custodian.addRing({ tenant, alg: 'ES256', name: 'ec' });
    await rotate(custodian);
  });
});

async function inDesk<T>(folder: string, work: (desk: FaultDesk) => Promise<T>): Promise<T> {
  const desk = openFaultDesk({ folder, pool, now: NOW });
  try {
    return await work(desk);
  } finally {
    await desk.custodian.finish();
    desk.close();
  }
}

let copies = 0;
function copyOf(folder: string): string {
  copies += 1;
  const copy = root(`copy-${copies}`);
  cpSync(folder, copy, { recursive: true });
  return copy;
}

const rotate = (custodian: FaultDesk['custodian']) => custodian.rotateRing({ tenant, ring: 'ec' });
const verify = (folder: string): Promise<AuditVerdict> => inDesk(folder, ({ custodian }) => custodian.verifyAudit());
const verifyAlone = (folder: string): Promise<AuditVerdict> =>
  inDesk(folder, async ({ ports }) => ports.registry.read((reader) => wholeVerdict(reader, null)));

/** Somebody with the tools to change the file at will. */
function forge(folder: string, work: (database: InstanceType<typeof DatabaseSync>) => void): void {
  const database = new DatabaseSync(path.join(folder, 'registry.db'));
  database.exec('DROP TRIGGER audit_is_final_update; DROP TRIGGER audit_is_final_delete');
  work(database);
  database.close();
}

const sealIn = (folder: string): Promise<string | null> =>
  inDesk(folder, async ({ ports }) => ports.registry.read((reader) => reader.auditAnchor()?.seal ?? null));

/** Replaces the whole chain by one that is whole in itself. */
function rewrite(folder: string, change: (entry: AuditEntry) => AuditEntry): Promise<AuditEntry[]> {
  return inDesk(folder, async ({ ports }) => ports.registry.read((reader) => reader.audit(0, 1000))).then((entries) => {
    const forged: AuditEntry[] = [];
    for (const entry of entries) {
      const { at, actor, ...act } = change(entry);
      const { seq: _, previousHash: __, hash: ___, ...said } = act;
      forged.push(nextEntry(forged.at(-1) ?? null, at, actor, said));
    }
    forge(folder, (database) => {
      for (const { seq, details, previousHash, hash, subject } of forged) {
        database
          .prepare('UPDATE audit SET details = ?, subject = ?, previous_hash = ?, hash = ? WHERE seq = ?')
          .run(JSON.stringify(details), subject, previousHash, hash, seq);
      }
    });
    return forged;
  });
}

describe('the anchor of the audit chain', () => {
  it('signs every entry while the keychain is open, and says so', async () => {
    const verdict = await verify(copyOf(base));
    expect(verdict).toMatchObject({ ok: true, problem: null, keychainAsked: true });
    expect(verdict.signedThrough).toBe(verdict.entries);
    expect(verdict.deviceKey).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is a signature that any JOSE library can check', async () => {
    const anchor = await inDesk(copyOf(base), async ({ ports }) =>
      ports.registry.read((reader) => reader.auditAnchor()),
    );
    const pem = `-----BEGIN PUBLIC KEY-----\n${anchor?.deviceKey}\n-----END PUBLIC KEY-----`;
    const { payload } = await compactVerify(anchor?.seal ?? '', await importSPKI(pem, 'Ed25519'));
    expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({ purpose: 'key-custodian/audit-seal' });
  });

  it('signs acts that need no private key as well', async () => {
    const folder = copyOf(base);
    await inDesk(folder, ({ custodian }) => custodian.editTenant({ tenant, customDomain: 'other.acme.example' }));
    const signed = await verifyAlone(folder);
    expect(signed).toMatchObject({ ok: true, signedThrough: signed.entries });
  });

  it('is remembered by the keychain after every act', async () => {
    const folder = copyOf(base);
    let writes = 0;
    const desk = openFaultDesk({
      folder,
      pool,
      now: NOW,
      watch: (keychain) => ({
        ...keychain,
        setPassword(service, account, text) {
          writes += account.endsWith('/audit-head') ? 1 : 0;
          return keychain.setPassword(service, account, text);
        },
      }),
    });
    for (let count = 1; count <= 3; count += 1) {
      await desk.custodian.signToken({ tenant, ring: 'ec', claims: {}, ttl: 60 });
      expect(writes).toBe(2 * count);
    }
    await desk.custodian.finish();
    expect(writes).toBe(6);
    desk.close();
  });

  it('notices entries cut off at the end, even without the keychain', async () => {
    const folder = copyOf(base);
    forge(folder, (database) => database.exec('DELETE FROM audit WHERE seq > 2'));
    expect(await verifyAlone(folder)).toMatchObject({ ok: false, problem: 'cut-short', entries: 2, signedThrough: 0 });
  });

  it('notices entries cut off together with an older signature put back, by what the keychain remembers', async () => {
    const folder = copyOf(base);
    const olderSeal = await sealIn(folder);
    const olderEnd = (await verifyAlone(folder)).entries;
    await inDesk(folder, ({ custodian }) => rotate(custodian));
    forge(folder, (database) => {
      database.prepare('DELETE FROM audit WHERE seq > ?').run(olderEnd);
      database.prepare("UPDATE meta SET value = ? WHERE name = 'audit-seal'").run(olderSeal);
    });
    expect(await verifyAlone(folder)).toMatchObject({ ok: true });
    expect(await verify(folder)).toMatchObject({ ok: false, problem: 'older-than-keychain' });
  });

  it('notices a chain that was rewritten whole, and never signs it', async () => {
    const folder = copyOf(base);
    await rewrite(folder, (entry) => (entry.seq === 2 ? { ...entry, subject: 'forged' } : entry));
    expect(await verifyAlone(folder)).toMatchObject({ ok: false, brokenAt: null, problem: 'seal-wrong' });
    const before = await sealIn(folder);
    await expect(inDesk(folder, ({ custodian }) => rotate(custodian))).rejects.toMatchObject({
      code: 'REGISTRY_ALTERED',
    });
    expect(await sealIn(folder)).toBe(before);
    expect(await verify(folder)).toMatchObject({ ok: false, problem: 'seal-wrong' });
  });

  it('notices a chain that was rewritten and signed with another key, when the keychain is asked', async () => {
    const folder = copyOf(base);
    const workshop = createKeyWorkshop();
    const forger = await workshop.generate('Ed25519', null);
    const deviceKey = Buffer.from(forger.spki).toString('base64');
    const forged = await rewrite(folder, (entry) =>
      entry.action === 'audit.device-key' ? { ...entry, details: { deviceKey } } : entry,
    );
    const head = forged.at(-1) ?? { seq: 0, hash: '' };
    const seal = await workshop.sign(forger.pkcs8, 'Ed25519', 'x', sealClaims(head));
    forge2(folder, deviceKey, seal);
    expect(await verifyAlone(folder)).toMatchObject({ ok: true, signedThrough: head.seq });
    expect(await verify(folder)).toMatchObject({ ok: false });
  });

  it('notices a signature that was taken away', async () => {
    const folder = copyOf(base);
    forge(folder, (database) => database.exec("DELETE FROM meta WHERE name LIKE 'audit-%'"));
    expect(await verifyAlone(folder)).toMatchObject({ ok: false, problem: 'seal-missing' });
  });

  it('in a data folder put back to an older copy removes and erases nothing', async () => {
    const folder = copyOf(base);
    // The copy is taken in the middle of an act: the note is there, the record is not yet.
    const name = secretName('00000000-later');
    const at = NOW;
    await inDesk(folder, async ({ custodian, ports }) => {
      await rotate(custodian);
      ports.registry.noteIntents([{ name, purpose: 'write', at }]);
    });
    const older = copyOf(folder);
    await inDesk(folder, async ({ custodian, ports, vault }) => {
      await rotate(custodian).catch(() => undefined);
      await vault.put(name, Buffer.from('a key that the newer registry knows'));
      ports.registry.change({ action: 'test', subject: 'x', details: {} }, (writer) => writer.removeIntent(name));
      await rotate(custodian);
    });
    cpSync(path.join(folder, 'keychain'), path.join(older, 'keychain'), { recursive: true });
    await inDesk(older, async ({ custodian, vault }) => {
      await expect(custodian.settle()).rejects.toMatchObject({ code: 'REGISTRY_OLDER' });
      const { findings } = await custodian.examine(() => undefined);
      expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['registry-older', 'audit-untrusted']));
      expect(Buffer.from(await vault.get(name)).toString()).toContain('a key');
    });
  });

  it('goes on after an alarm when the officer accepts it, and keeps the reason for ever', async () => {
    const folder = copyOf(base);
    await inDesk(folder, ({ vault }) => vault.remove('audit-device-key'));
    expect(await verify(folder)).toMatchObject({ ok: false, problem: 'device-key-missing' });
    await inDesk(folder, async ({ custodian, ports }) => {
      expect(await custodian.acceptAudit('keychain restored')).toBe('device-key-missing');
      expect(await custodian.acceptAudit('once more')).toBeNull();
      const accepted = ports.registry
        .read((reader) => reader.audit(0, 1000))
        .find(({ action }) => action === 'audit.accepted');
      expect(accepted?.details).toMatchObject({ reason: 'keychain restored', problem: 'device-key-missing' });
    });
    expect(await verify(folder)).toMatchObject({ ok: true, keychainAsked: true });
  });
});

function forge2(folder: string, deviceKey: string, seal: string): void {
  const database = new DatabaseSync(path.join(folder, 'registry.db'));
  database.prepare("UPDATE meta SET value = ? WHERE name = 'audit-device-key'").run(deviceKey);
  database.prepare("UPDATE meta SET value = ? WHERE name = 'audit-seal'").run(seal);
  database.close();
}

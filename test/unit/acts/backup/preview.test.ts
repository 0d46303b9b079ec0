// What a restore would do with each tenant, and what is on record once it did: to the letter.
import { createHash } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BackupOpener } from '../../../../main/ports/backup-file.ts';
import { credentialName, secretName } from '../../../../main/ports/secret-name.ts';
import type { RestorePreview } from '../../../../shared/domain/backup/restore.ts';
import { canonicalHash } from '../../../../shared/encoding/canonical-json.ts';
import { type Backed, backUp, from, type Holder, newHolder, openedBy, unpacked } from '../../../support/backups.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';
import { pooledKeys } from '../../../support/pooled-keys.ts';
import { keyIn, keysOf } from '../../../support/tenant-keys.ts';

const tenant = ACME.name;
const FIRST = { ...ACME, alg: 'ES256' } as const;
const OTHER = { ...FIRST, name: 'Other', domain: 'other.eu.auth0.com', customDomain: 'id.other.example' } as const;

let holder: Holder;
let desk: Desk;
let second: Desk;
beforeAll(async () => {
  holder = await newHolder();
});
beforeEach(async () => {
  desk = openDesk();
  second = openDesk({ generate: pooledKeys(1) });
  await desk.custodian.addTenant(FIRST);
});
afterEach(async () => {
  await desk.close();
  await second.close();
});

const preview = (on: Desk, { file }: Backed): Promise<RestorePreview> =>
  on.custodian.previewRestore(from(file), openedBy(holder));
const restore = (on: Desk, { file }: Backed, seen: string | null = null, opener: BackupOpener = openedBy(holder)) =>
  on.custodian.restoreBackup(from(file), opener, { file: 'keys.age', seen });
const entries = (on: Desk, action: string) =>
  on.custodian.listAudit({ afterSeq: 0, limit: 999, action }).map(({ subject, details }) => ({ subject, ...details }));
/** The keys of a tenant as they are read, and so as they come in. */
const inOrder = (on: Desk, name: string = tenant) =>
  on.ports.registry.read((reader) => reader.keys(reader.tenantByName(name)?.id ?? ''));
const kids = (on: Desk, name?: string): string[] => inOrder(on, name).map(({ kid }) => kid);

describe('a preview', () => {
  it('of a tenant that is new on an empty machine, bound to the content', async () => {
    const backed = await backUp(desk, holder);
    const { hash, ...facts } = await preview(second, backed);
    const [begun] = desk.custodian.listAudit({ afterSeq: 0, limit: 99, action: 'backup.begun' });
    expect(facts).toEqual({
      backup: {
        id: backed.made.id,
        madeAt: backed.made.at,
        device: (await desk.custodian.verifyAudit()).deviceKey,
        audit: { entries: begun?.seq, head: begun?.hash },
      },
      empty: true,
      tenants: [{ tenant, verdict: { is: 'new' }, keys: 2, privateHalves: kids(desk), without: [] }],
    });
    const list = (await unpacked(backed.file, holder)).get('manifest.json') ?? '';
    const content = createHash('sha256').update(list).digest('hex');
    expect(hash).toBe(canonicalHash({ ...facts, content }));
  });

  it('changes nothing, here or in the keychain', async () => {
    await preview(second, await backUp(desk, holder));
    expect([second.custodian.listTenants(), second.ports.registry.read((reader) => reader.auditHead())]).toEqual([
      [],
      null,
    ]);
    expect(second.vault.names().filter((name) => name.startsWith('key-'))).toEqual([]);
  });

  it('of a tenant that is the same brings nothing', async () => {
    expect(await preview(desk, await backUp(desk, holder))).toMatchObject({
      empty: false,
      tenants: [{ tenant, verdict: { is: 'same' }, keys: 2, privateHalves: [], without: [] }],
    });
  });

  it('has those on which others rehearse first', async () => {
    await desk.custodian.addTenant(OTHER);
    await desk.custodian.addTenant({ ...OTHER, name: 'Third', customDomain: null, domain: 'third.eu.auth0.com' });
    await desk.custodian.editTenant({ tenant, rehearsalTenant: 'Third' });
    const { tenants } = await preview(second, await backUp(desk, holder));
    expect(tenants.map((one) => one.tenant)).toEqual(['Other', 'Third', tenant]);
  });

  it('says which keys of a new tenant have no private key', async () => {
    await desk.custodian.generateNext({ tenant, exportable: false });
    const next = keyIn(desk, 'next').kid;
    const { tenants } = await preview(second, await backUp(desk, holder));
    expect(tenants).toMatchObject([
      { keys: 3, privateHalves: kids(desk).filter((kid) => kid !== next), without: [next] },
    ]);
  });

  it('misses no private key of what was erased', async () => {
    const { kid } = keyIn(desk, 'next');
    await desk.custodian.withdrawKey({ tenant, kid, reason: 'a test', compromised: false });
    await desk.custodian.destroyKey({ tenant, kid, confirm: kid });
    desk.advance(400 * 86_400_000);
    await desk.custodian.settle();
    const { tenants } = await preview(second, await backUp(desk, holder));
    expect(tenants).toMatchObject([{ keys: 3, privateHalves: kids(desk).filter((one) => one !== kid), without: [] }]);
  });
});

describe('a preview of a tenant that is here', () => {
  it.each([
    ['missing', (name: string) => desk.vault.remove(name)],
    ['damaged', async (name: string) => desk.vault.damage(name)],
  ])('brings a private key that is %s', async (_, lose) => {
    const backed = await backUp(desk, holder);
    const { id, kid } = keyIn(desk, 'next');
    await lose(secretName(id));
    expect(await preview(desk, backed)).toMatchObject({
      tenants: [{ verdict: { is: 'same' }, keys: 2, privateHalves: [kid], without: [] }],
    });
  });

  it('says which private key is missing here and in the backup', async () => {
    const { id, kid } = keyIn(desk, 'next');
    await desk.vault.remove(secretName(id));
    expect(await preview(desk, await backUp(desk, holder))).toMatchObject({
      tenants: [{ privateHalves: [], without: [kid] }],
    });
  });

  it('brings no private key of one that is not on record here', async () => {
    const early = await backUp(desk, holder);
    await restore(second, early);
    await desk.custodian.generateNext({ tenant });
    expect(await preview(second, await backUp(desk, holder))).toMatchObject({
      tenants: [{ verdict: { is: 'newer-in-backup' }, keys: 3, privateHalves: [], without: [] }],
    });
  });

  it('brings no private key of one that is other material here under the same id', async () => {
    // Whoever makes a backup chooses the ids in it.
    const chosen = Array.from({ length: 4 }, () => crypto.randomUUID());
    const other = openDesk({ generate: pooledKeys(2) });
    for (const one of [second, other]) {
      const ids = [...chosen];
      one.ports.random.uuid = () => ids.shift() ?? crypto.randomUUID();
      await one.custodian.addTenant(FIRST);
    }
    for (const { id } of inOrder(second)) {
      await second.vault.remove(secretName(id));
    }
    expect(await preview(second, await backUp(other, holder))).toMatchObject({
      tenants: [{ verdict: { is: 'same' }, keys: 2, privateHalves: [], without: [] }],
    });
    await other.close();
  });

  it('brings nothing where it is in conflict, whatever is missing', async () => {
    const backed = await backUp(desk, holder);
    await second.custodian.addTenant(FIRST);
    expect(await preview(second, backed)).toMatchObject({
      tenants: [{ verdict: { is: 'conflict', why: 'name-taken' }, keys: 2, privateHalves: [], without: [] }],
    });
  });

  it('may have another name here', async () => {
    const backed = await backUp(desk, holder);
    await desk.custodian.renameTenant({ tenant, to: 'Renamed' });
    expect(await preview(desk, backed)).toMatchObject({ tenants: [{ tenant, verdict: { is: 'same' } }] });
  });

  it('fails where the keychain cannot be asked', async () => {
    const backed = await backUp(desk, holder);
    desk.ports.keys.publicKey = () => Promise.reject(new TypeError('broken'));
    await expect(preview(desk, backed)).rejects.toThrow('broken');
  });
});

describe('a restore', () => {
  it('leaves nothing of what opened it, done or refused', async () => {
    const backed = await backUp(desk, holder);
    const [good, bad] = [openedBy(holder), openedBy(await newHolder())];
    await restore(second, backed, null, good);
    await expect(restore(second, backed, null, bad)).rejects.toMatchObject({ code: 'BACKUP_UNREADABLE' });
    expect([good, bad].map(({ bytes }) => bytes.every((byte) => byte === 0))).toEqual([true, true]);
  });

  it('answers and records what came in, and what did not', async () => {
    await desk.custodian.addTenant(OTHER);
    await desk.custodian.generateNext({ tenant, exportable: false });
    const stays = keyIn(desk, 'next').kid;
    const backed = await backUp(desk, holder);
    await second.custodian.addTenant({ ...OTHER, domain: 'else.eu.auth0.com', customDomain: null });
    const { id, at: madeAt } = backed.made;
    expect(await restore(second, backed)).toEqual({
      backup: { id, madeAt },
      tenants: [tenant],
      privateHalves: 2,
      skipped: [{ tenant: 'Other', verdict: { is: 'conflict', why: 'name-taken' } }],
      without: [{ tenant, kids: [stays] }],
    });
    expect(entries(second, 'backup.tenant-restored')).toEqual([
      { subject: tenant, backup: id, privateHalves: kids(desk).filter((kid) => kid !== stays), without: [stays] },
    ]);
    expect(entries(second, 'backup.restored')).toEqual([
      {
        subject: 'backup',
        id,
        madeAt,
        tenants: [tenant],
        privateHalves: 2,
        skipped: [{ tenant: 'Other', as: 'conflict' }],
        without: [{ tenant, kids: [stays] }],
      },
    ]);
    expect(entries(second, 'backup.keys-returned')).toEqual([]);
    const sha256 = createHash('sha256').update(backed.file).digest('hex');
    expect(second.custodian.backupStatus().last).toEqual({
      id,
      at: madeAt,
      file: 'keys.age',
      sha256,
      bytes: backed.file.length,
      keys: backed.made.keys,
      protection: 'age, for recipients',
      drilledAt: null,
      drill: null,
    });
    // What came in is in a backup now.
    expect(second.custodian.backupStatus().unsaved.every((key) => key.tenant === 'Other')).toBe(true);
  });

  it('goes on from what was shown', async () => {
    const backed = await backUp(desk, holder);
    const { hash } = await preview(second, backed);
    expect(await restore(second, backed, hash)).toMatchObject({ tenants: [tenant] });
  });

  it('leaves no note behind', async () => {
    await restore(second, await backUp(desk, holder));
    expect(second.ports.registry.read((reader) => reader.intents())).toEqual([]);
  });

  it('brings a tenant in that has no private key at all', async () => {
    for (const { id } of inOrder(desk)) {
      await desk.vault.remove(secretName(id));
    }
    expect(await restore(second, await backUp(desk, holder))).toMatchObject({
      tenants: [tenant],
      privateHalves: 0,
      without: [{ tenant, kids: kids(desk) }],
    });
    expect(second.custodian.listTenants()).toHaveLength(1);
  });

  it('links tenants to those on which they rehearse, also where they come later', async () => {
    await desk.custodian.addTenant(OTHER);
    await desk.custodian.editTenant({ tenant, rehearsalTenant: 'Other' });
    await desk.custodian.editTenant({ tenant: 'Other', rehearsalTenant: tenant }).catch(() => undefined);
    await restore(second, await backUp(desk, holder));
    const tenants = second.ports.registry.read((reader) => reader.tenants());
    const ids = new Map(tenants.map(({ name, id }) => [name, id]));
    expect(tenants.find(({ name }) => name === tenant)?.rehearsalTenantId).toBe(ids.get('Other'));
  });

  it('leaves a tenant on which another rehearses here', async () => {
    await desk.custodian.addTenant(OTHER);
    await desk.custodian.addTenant({ ...OTHER, name: 'Third', domain: 'third.eu.auth0.com', customDomain: null });
    await desk.custodian.editTenant({ tenant, rehearsalTenant: 'Other' });
    const backed = await backUp(desk, holder);
    await desk.custodian.editTenant({ tenant, rehearsalTenant: 'Third' });
    await restore(desk, backed);
    const { rehearsalTenantId } = desk.ports.registry.read((reader) => reader.tenantByName(tenant)) ?? {};
    expect(rehearsalTenantId).toBe(desk.ports.registry.read((reader) => reader.tenantByName('Third')?.id));
  });

  it('brings a credential only with a tenant that is new', async () => {
    const id = desk.ports.registry.read((reader) => reader.tenantByName(tenant)?.id ?? '');
    await desk.vault.put(credentialName(id), Buffer.from('a secret'));
    const backed = await backUp(desk, holder, true);
    await restore(second, backed);
    expect(Buffer.from(await second.vault.get(credentialName(id))).toString()).toBe('a secret');
    expect(entries(second, 'backup.credential-restored')).toEqual([{ subject: tenant, backup: backed.made.id }]);
    await second.vault.remove(credentialName(id));
    await second.vault.remove(secretName(keyIn(second, 'next').id));
    await restore(second, backed);
    expect(second.vault.names()).not.toContain(credentialName(id));
  });

  it('records that private keys came back', async () => {
    const backed = await backUp(desk, holder);
    const { id, kid } = keyIn(desk, 'next');
    await desk.vault.remove(secretName(id));
    expect(await restore(desk, backed)).toMatchObject({
      tenants: [],
      privateHalves: 1,
      skipped: [{ tenant, verdict: { is: 'same' } }],
    });
    expect(entries(desk, 'backup.keys-returned')).toEqual([
      { subject: tenant, backup: backed.made.id, privateHalves: [kid], without: [] },
    ]);
  });
});

describe('a restore that does not come to its end', () => {
  it('by a store that keeps another key leaves no tenant and no key', async () => {
    const backed = await backUp(desk, holder);
    const { import: real } = second.ports.keys;
    const { spki } = await desk.ports.keys.create(secretName('00000000-0000-4000-8000-000000000000'), {
      alg: 'ES256',
      bits: null,
      profile: null,
    });
    second.ports.keys.import = async (...given) => ({ ...(await real(...given)), spki });
    await expect(restore(second, backed)).rejects.toMatchObject({
      code: 'BACKUP_UNREADABLE',
      facts: { problem: { code: 'other-key', kid: expect.any(String) as string } },
    });
    second.ports.keys.import = real;
    expect([second.custodian.listTenants(), second.vault.names().filter((name) => name.startsWith('key-'))]).toEqual([
      [],
      [],
    ]);
    expect(second.ports.registry.read((reader) => reader.intents())).toEqual([]);
  });

  it('names the key that the store lost again', async () => {
    const backed = await backUp(desk, holder);
    const { get } = second.vault;
    second.vault.get = async (name) => {
      const found = await get(name);
      if (name.startsWith('key-')) {
        second.vault.damage(name);
        return get(name);
      }
      return found;
    };
    const error: unknown = await restore(second, backed).catch((problem: unknown) => problem);
    expect(error).toMatchObject({ code: 'VAULT_SECRET_DAMAGED' });
    expect(kids(desk)).toContain((error as { facts: { kid: string } }).facts.kid);
  });

  it('keeps what was whole before, where it is only then another file', async () => {
    const backed = await backUp(desk, holder);
    await desk.custodian.generateNext({ tenant });
    const later = await backUp(desk, holder);
    let reads = 0;
    const swapped = () => from((reads += 1) === 1 ? backed.file : later.file)();
    await expect(
      second.custodian.restoreBackup(swapped, openedBy(holder), { file: 'keys.age', seen: null }),
    ).rejects.toMatchObject({ code: 'BACKUP_CHANGED', facts: {} });
    expect(second.custodian.listTenants()).toHaveLength(1);
    expect(entries(second, 'backup.restored')).toEqual([]);
    expect(second.ports.registry.read((reader) => reader.intents())).toEqual([]);
  });

  it('is changed by no other file that lacks a key', async () => {
    const backed = await backUp(desk, holder);
    await desk.vault.remove(secretName(keyIn(desk, 'next').id));
    const lacking = await backUp(desk, holder);
    let reads = 0;
    const swapped = () => from((reads += 1) === 1 ? backed.file : lacking.file)();
    await expect(
      second.custodian.restoreBackup(swapped, openedBy(holder), { file: 'keys.age', seen: null }),
    ).rejects.toMatchObject({ code: 'BACKUP_CHANGED' });
    // Whole tenants or none: the key that came in already is gone again.
    expect(second.custodian.listTenants()).toEqual([]);
    expect(second.vault.names().filter((name) => name.startsWith('key-'))).toEqual([]);
  });
});

it('a note for each key stands before the first comes in, and nothing is noted again', async () => {
  const backed = await backUp(desk, holder);
  const seen: number[] = [];
  const changes: (number | undefined)[] = [];
  const { import: real } = second.ports.keys;
  second.ports.keys.import = (...given) => {
    seen.push(second.ports.registry.read((reader) => reader.intents()).length);
    changes.push(second.ports.registry.state.mark()?.number);
    return real(...given);
  };
  await restore(second, backed);
  expect(seen).toEqual([2, 2]);
  expect(changes[1]).toBe(changes[0]);
  expect(keysOf(second)).toHaveLength(2);
});

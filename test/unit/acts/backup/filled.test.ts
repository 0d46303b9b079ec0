// Restoring into a registry that has something already: what is here is never overwritten, and no state is lowered.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { secretName } from '../../../../main/ports/secret-name.ts';
import { DEFAULT_TERMS } from '../../../../shared/domain/timing/policy.ts';
import { type Backed, backUp, from, type Holder, newHolder, openedBy } from '../../../support/backups.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';
import { pooledKeys } from '../../../support/pooled-keys.ts';
import { keyIn, keysOf } from '../../../support/tenant-keys.ts';

const OTHER = { ...ACME, name: 'Other', domain: 'other.eu.auth0.com', customDomain: 'id.other.example' };
const tenant = 'Acme';
const reason = 'a test of restoring';

let holder: Holder;
let desk: Desk;
let second: Desk;
beforeAll(async () => {
  holder = await newHolder();
});
beforeEach(async () => {
  desk = openDesk();
  second = openDesk({ generate: pooledKeys(1) });
  await desk.custodian.addTenant(ACME);
});
afterEach(async () => {
  await desk.close();
  await second.close();
});

const preview = ({ custodian }: Desk, { file }: Backed) => custodian.previewRestore(from(file), openedBy(holder));
const restore = ({ custodian }: Desk, { file }: Backed, seen: string | null = null) =>
  custodian.restoreBackup(from(file), openedBy(holder), { file: 'keys.age', seen });
const verdicts = async (on: Desk, backed: Backed) =>
  (await preview(on, backed)).tenants.map((one) => [
    one.tenant,
    one.verdict.is === 'conflict' ? one.verdict.why : one.verdict.is,
  ]);

describe('what is here', () => {
  it('stays as it is beside a tenant that comes in, with its own audit chain', async () => {
    await second.custodian.addTenant(OTHER);
    const before = second.custodian.listAudit({ afterSeq: 0, limit: 1000 });
    const backed = await backUp(desk, holder);
    const shown = await preview(second, backed);
    expect(shown).toMatchObject({ empty: false, tenants: [{ tenant, verdict: { is: 'new' }, keys: 2 }] });
    expect(await restore(second, backed, shown.hash)).toMatchObject({ tenants: [tenant], privateHalves: 2 });
    const after = second.custodian.listAudit({ afterSeq: 0, limit: 1000 });
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after[before.length]).toMatchObject({
      action: 'backup.restore-begun',
      details: { id: backed.made.id, tookOverChain: false },
    });
    expect(second.custodian.listTenants()).toHaveLength(2);
    expect(await second.custodian.verifyAudit()).toMatchObject({ ok: true });
    expect(second.custodian.backupStatus().unsaved.every((key) => key.tenant === 'Other')).toBe(true);
  });

  it('is a policy of that name: the one that comes with its tenant gets another', async () => {
    const [here, there] = [DEFAULT_TERMS.production, DEFAULT_TERMS.development];
    await second.custodian.setPolicy({ name: 'Strict', terms: here });
    await second.custodian.setPolicy({ name: 'strict (restored 2)', terms: here });
    await desk.custodian.setPolicy({ name: 'strict', terms: there });
    await desk.custodian.setPolicy({ name: 'of nobody', terms: there });
    await desk.custodian.editTenant({ tenant, policy: 'strict' });
    await restore(second, await backUp(desk, holder));
    const policies = second.custodian.listPolicies().map(({ policy, tenants }) => [policy.name, policy.terms, tenants]);
    expect(policies).toHaveLength(3);
    expect(policies).toContainEqual(['Strict', here, []]);
    expect(policies).toContainEqual(['strict (restored 3)', there, [tenant]]);
  });

  it('is the same', async () => {
    const backed = await backUp(desk, holder);
    const before = desk.custodian.showTenant({ tenant });
    expect(await restore(desk, backed)).toMatchObject({ tenants: [], privateHalves: 0 });
    expect(desk.custodian.showTenant({ tenant })).toEqual(before);
  });

  it('is newer, and what was revoked since stays revoked', async () => {
    const backed = await backUp(desk, holder);
    const { kid } = keyIn(desk, 'next');
    await desk.custodian.withdrawKey({ tenant, kid, reason, compromised: true });
    expect(await verdicts(desk, backed)).toEqual([[tenant, 'newer-here']]);
    await restore(desk, backed);
    expect(keysOf(desk).find((key) => key.kid === kid)).toMatchObject({
      state: 'revoked',
      revocation: { compromised: true },
    });
  });

  it('is older, and is left as it is all the same', async () => {
    const early = await backUp(desk, holder);
    await restore(second, early);
    await desk.custodian.rotateRing({ tenant, override: reason });
    expect(await verdicts(second, await backUp(desk, holder))).toEqual([[tenant, 'newer-in-backup']]);
  });

  it('went another way than the backup', async () => {
    await restore(second, await backUp(desk, holder));
    await desk.custodian.rotateRing({ tenant, override: reason });
    await second.custodian.generateNext({ tenant });
    const backed = await backUp(desk, holder);
    expect(await verdicts(second, backed)).toEqual([[tenant, 'diverged']]);
    const before = keysOf(second);
    expect(await restore(second, backed)).toMatchObject({ tenants: [], privateHalves: 0, skipped: [{ tenant }] });
    expect(keysOf(second)).toEqual(before);
  });

  it('has the name already', async () => {
    await second.custodian.addTenant(ACME);
    expect(await verdicts(second, await backUp(desk, holder))).toEqual([[tenant, 'name-taken']]);
  });

  it('has another key under the same id, in another tenant: its private key stays', async () => {
    // Whoever makes a backup chooses the ids in it. Here the tenant and its ring have their own, and the keys those of Acme.
    const ids = ['a-tenant', 'a-ring', ...keysOf(desk).map(({ id }) => id)];
    second.ports.random.uuid = () => ids.shift() ?? 'one-more';
    await second.custodian.addTenant(OTHER);
    const held = () =>
      new Map(keysOf(second, 'Other').map(({ id }) => [id, second.vault.secrets().get(secretName(id))]));
    const before = held();
    const backed = await backUp(desk, holder);
    expect(await verdicts(second, backed)).toEqual([[tenant, 'key-known-here']]);
    expect(await restore(second, backed)).toMatchObject({ tenants: [], privateHalves: 0 });
    expect(held()).toEqual(before);
  });

  it('has the key under another tenant, where it was revoked', async () => {
    const backed = await backUp(desk, holder);
    await desk.custodian.rotateRing({ tenant, override: reason });
    const pkcs8 = await desk.vault.get(secretName(keyIn(desk, 'previous').id));
    await second.custodian.addTenant(OTHER);
    await second.custodian.importKey({ tenant: 'Other', as: 'previous' }, pkcs8);
    const taken = keysOf(second, 'Other');
    const kid = taken.find(({ state }) => state === 'previous')?.kid ?? '';
    await second.custodian.revokeKey({ tenant: 'Other', kid, reason, compromised: true, override: reason });
    expect(await verdicts(second, backed)).toEqual([[tenant, 'key-known-here']]);
    expect(await restore(second, backed)).toMatchObject({ tenants: [], skipped: [{ tenant }] });
  });

  it('gets a private key back that its keychain lost, and none that was erased', async () => {
    const { id, kid } = keyIn(desk, 'current');
    const backed = await backUp(desk, holder);
    await desk.vault.remove(secretName(id));
    expect(await preview(desk, backed)).toMatchObject({ tenants: [{ verdict: { is: 'same' }, privateHalves: [kid] }] });
    expect(await restore(desk, backed)).toMatchObject({ tenants: [], privateHalves: 1 });
    await desk.custodian.signToken({ tenant, claims: {}, ttl: 60 });
    const next = keyIn(desk, 'next');
    await desk.custodian.withdrawKey({ tenant, kid: next.kid, reason, compromised: false });
    await desk.custodian.destroyKey({ tenant, kid: next.kid, confirm: next.kid });
    desk.advance(9 * 86_400_000);
    await desk.custodian.settle();
    expect(await restore(desk, backed)).toMatchObject({ privateHalves: 0 });
    expect(desk.vault.names()).not.toContain(secretName(next.id));
  });

  it('is not changed when it is not what the preview showed', async () => {
    const backed = await backUp(desk, holder);
    const { hash } = await preview(second, backed);
    await second.custodian.addTenant(ACME);
    await expect(restore(second, backed, hash)).rejects.toMatchObject({ code: 'BACKUP_CHANGED' });
    expect(second.custodian.listAudit({ afterSeq: 0, limit: 99 }).map(({ action }) => action)).not.toContain(
      'backup.restore-begun',
    );
  });
});

describe('a restore that is cut off', () => {
  it('by a locked keychain leaves whole tenants, and goes on when it is run again', async () => {
    await desk.custodian.addTenant(OTHER);
    const backed = await backUp(desk, holder);
    let written = 0;
    const { put } = second.vault;
    second.vault.put = (name, secret) => {
      written += name.startsWith('key-') ? 1 : 0;
      second.vault.become(written === 4 ? 'locked' : 'available');
      return put(name, secret);
    };
    await expect(restore(second, backed)).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
    second.vault.put = put;
    second.vault.become('available');
    expect(second.custodian.listTenants()).toHaveLength(1);
    await second.custodian.settle();
    const recorded = second.ports.registry.read((reader) => reader.allKeyDates().map(({ id }) => secretName(id)));
    expect(
      second.vault
        .names()
        .filter((name) => name.startsWith('key-'))
        .toSorted(),
    ).toEqual(recorded.toSorted());
    expect(await restore(second, backed)).toMatchObject({ tenants: [expect.any(String)], privateHalves: 2 });
    expect(second.custodian.listTenants()).toHaveLength(2);
    expect(await second.custodian.verifyAudit()).toMatchObject({ ok: true });
  });

  it('by another backup under the same name is noticed', async () => {
    const one = await backUp(desk, holder);
    await desk.custodian.addTenant(OTHER);
    const other = await backUp(desk, holder);
    let reads = 0;
    const swapped = () => {
      reads += 1;
      return from(reads === 1 ? one.file : other.file)();
    };
    const cut = second.custodian.restoreBackup(swapped, openedBy(holder), { file: 'keys.age', seen: null });
    await expect(cut).rejects.toMatchObject({ code: 'BACKUP_CHANGED' });
  });
});

describe('two restores at once', () => {
  it('come one after the other, and the second finds everything there', async () => {
    const backed = await backUp(desk, holder);
    const both = await Promise.all([restore(second, backed), restore(second, backed)]);
    expect(both.map(({ tenants, privateHalves }) => [tenants.length, privateHalves])).toEqual([
      [1, 2],
      [0, 0],
    ]);
  });
});

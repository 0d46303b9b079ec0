// A backup of a registry with a past, and what another machine is after it was restored there.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkBackup } from '../../../../main/acts/backup/check.ts';
import type { Secret } from '../../../../main/ports/secret.ts';
import { pkcs8Of } from '../../../../main/reading/private-key.ts';
import { DEFAULT_TERMS } from '../../../../shared/domain/timing/policy.ts';
import { backUp, from, type Holder, intoMemory, newHolder, openedBy, unpacked } from '../../../support/backups.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';

const OTHER = { ...ACME, name: 'Other', domain: 'other.eu.auth0.com', customDomain: 'id.other.example' };
const reason = 'a test of backups';

let holder: Holder;
let desk: Desk;
let fresh: Desk;
beforeAll(async () => {
  holder = await newHolder();
});
beforeEach(() => {
  desk = openDesk();
  fresh = openDesk();
});
afterEach(async () => {
  await desk.close();
  await fresh.close();
});

/** Keys in every state, one erased, one that must stay, a policy, a tenant to rehearse on. */
async function live({ custodian, advance }: Desk): Promise<void> {
  await custodian.addTenant({ ...ACME, environment: 'staging' });
  await custodian.addTenant(OTHER);
  await custodian.editTenant({ tenant: 'Acme', rehearsalTenant: 'Other' });
  await custodian.setPolicy({ name: 'at once', terms: { ...DEFAULT_TERMS.development, destroyAfterDays: 0 } });
  await custodian.editTenant({ tenant: 'Acme', policy: 'at once' });
  await custodian.addRing({ tenant: 'Acme', alg: 'ES256', name: 'ec' });
  await custodian.rotateRing({ tenant: 'Acme', ring: 'ec', override: reason });
  const kid = kidOf(desk, 'ec', 'previous');
  await custodian.revokeKey({ tenant: 'Acme', kid, reason, compromised: false, override: reason });
  await custodian.destroyKey({ tenant: 'Acme', kid, confirm: kid });
  advance(86_400_000);
  await custodian.settle();
  await custodian.rotateRing({ tenant: 'Acme', ring: 'ec', override: reason });
  fresh.advance(86_400_000);
}

function kidOf({ custodian }: Desk, ring: string, state: string, tenant = 'Acme'): string {
  const view = custodian.showTenant({ tenant }).rings.find((one) => one.ring.name === ring);
  const key = view?.keys.find((one) => one.state === state);
  if (key === undefined) {
    throw new Error(`no ${state} key`);
  }
  return key.kid;
}

const restored = (file: Uint8Array) =>
  fresh.custodian.restoreBackup(from(file), openedBy(holder), { file: 'keys.age', seen: null });

describe('a backup', () => {
  it('brings everything on record to a new machine, and what signed there signs here', async () => {
    await live(desk);
    const { made, file } = await backUp(desk, holder);
    expect(made.absent).toEqual([]);
    const outcome = await restored(file);
    expect(outcome.tenants.toSorted()).toEqual(['Acme', 'Other']);
    expect(outcome).toMatchObject({ privateHalves: made.keys, skipped: [], without: [] });
    for (const tenant of ['Acme', 'Other']) {
      const [there, here] = [desk, fresh].map((one) => one.custodian.showTenant({ tenant }));
      expect(here).toEqual(there);
    }
    const { jws } = await fresh.custodian.signToken({ tenant: 'Acme', ring: 'ec', claims: { sub: 'x' }, ttl: 60 });
    expect(await desk.custodian.readToken({ tenant: 'Acme', jws })).toMatchObject({ accepted: true });
  });

  it('hands the audit chain on, which the new machine signs', async () => {
    await live(desk);
    const { made, file } = await backUp(desk, holder);
    const before = desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).filter(({ at }) => at <= made.at);
    await restored(file);
    const after = fresh.custodian.listAudit({ afterSeq: 0, limit: 1000 });
    const kept = before.filter(({ action }) => action !== 'backup.made');
    expect(after.slice(0, kept.length)).toEqual(kept);
    expect(after.slice(kept.length).map(({ action }) => action)).toEqual([
      'backup.restore-begun',
      'backup.tenant-restored',
      'backup.tenant-restored',
      'backup.restored',
      'audit.device-key',
    ]);
    expect(await fresh.custodian.verifyAudit()).toMatchObject({ ok: true, problem: null, signedThrough: after.length });
    const { findings } = await fresh.custodian.examine(() => undefined);
    expect(findings.filter(({ severity }) => severity === 'alarm')).toEqual([]);
  });

  it('holds keys as PKCS#8 and no private key that was erased or must stay', async () => {
    await live(desk);
    await desk.custodian.generateNext({ tenant: 'Other', exportable: false });
    const stays = kidOf(desk, 'default', 'next', 'Other');
    const { made, file } = await backUp(desk, holder);
    expect(made.absent.map(({ kid, why }) => [kid, why])).toEqual([[stays, 'stays-here']]);
    const files = await unpacked(file, holder);
    const halves = [...files.keys()].filter((path) => path.endsWith('/private-key.pem'));
    expect(halves).toHaveLength(made.keys);
    expect(halves.every((path) => textOf(files, path).startsWith('-----BEGIN PRIVATE KEY-----\n'))).toBe(true);
    const erased = [...files.keys()].filter(
      (path) => path.endsWith('key.json') && !textOf(files, path).includes('"destroyedAt":null'),
    );
    expect(erased).toHaveLength(1);
    expect(erased.map((path) => files.has(path.replace('key.json', 'private-key.pem')))).toEqual([false]);
    expect(await restored(file)).toMatchObject({ without: [{ tenant: 'Other', kids: [stays] }] });
  });

  it('takes credentials along only where they are asked for', async () => {
    await desk.custodian.addTenant({ ...ACME, endpoint: 'jwks', apiBaseUrl: 'https://jwks.example/set' });
    const token = 'a-token-of-the-tenant';
    const given = { secret: Buffer.from(token), certificate: Buffer.alloc(0), key: Buffer.alloc(0) };
    await desk.custodian.credentials.store({ tenant: 'Acme', kind: 'token' }, given);
    const without = await backUp(desk, holder);
    expect(
      [...(await unpacked(without.file, holder)).values()].some((bytes) => Buffer.from(bytes).includes(token)),
    ).toBe(false);
    const { made, file } = await backUp(desk, holder, true);
    expect(made.credentials).toBe(1);
    await restored(file);
    const stored = [...fresh.vault.secrets()].find(([name]) => name.startsWith('credential-'));
    expect(Buffer.from(stored?.[1] ?? []).toString()).toContain(token);
  });

  it('is read without keeping a private key or a credential', async () => {
    await desk.custodian.addTenant({ ...ACME, endpoint: 'jwks', apiBaseUrl: 'https://jwks.example/set' });
    const given = { secret: Buffer.from('a-token-of-the-tenant'), certificate: Buffer.alloc(0), key: Buffer.alloc(0) };
    await desk.custodian.credentials.store({ tenant: 'Acme', kind: 'token' }, given);
    const { file } = await backUp(desk, holder, true);
    const { reading, registry } = desk.ports;
    const seen: Secret[] = [];
    const keep = async (secret: Secret) => {
      secret.use((bytes) => expect(bytes.some((byte) => byte !== 0)).toBe(true));
      seen.push(secret);
    };
    const checked = await checkBackup({ reading, schema: registry.schema() }, from(file), openedBy(holder), {
      key: (_, key) => keep(pkcs8Of(key)),
      credential: (_, secret) => keep(secret),
    });
    expect([checked.keys, checked.credentials, seen.length]).toEqual([2, 1, 3]);
    for (const secret of seen) {
      expect(() => secret.use(() => undefined)).toThrow(/overwritten/);
    }
  });

  it('counts from when it was read back, and says which keys came later', async () => {
    const { custodian } = desk;
    await custodian.addTenant(ACME);
    expect(custodian.backupStatus()).toMatchObject({ last: null, unsaved: [{ tenant: 'Acme' }, { tenant: 'Acme' }] });
    const { made } = await backUp(desk, holder);
    expect(made.newInIt).toHaveLength(2);
    expect(custodian.backupStatus()).toMatchObject({
      last: { id: made.id, keys: 2 },
      unsaved: [],
      drillDueAt: made.at,
    });
    await custodian.generateNext({ tenant: 'Acme' });
    const next = kidOf(desk, 'default', 'next');
    expect(custodian.backupStatus().unsaved.map(({ kid }) => kid)).toEqual([next]);
    expect((await backUp(desk, holder)).made.newInIt).toEqual([{ tenant: 'Acme', kid: next }]);
    expect((await backUp(desk, holder)).made.newInIt).toEqual([]);
  });

  it('that does not read back as it was written is none', async () => {
    await desk.custodian.addTenant(ACME);
    const passphrase = Buffer.from('correct horse battery');
    const spoilt = desk.custodian.createBackup(
      { protection: { passphrase, recipients: [] }, credentials: false },
      async (chunks, prove) => {
        const file: Buffer[] = [];
        return intoMemory(file)(chunks, () => prove(from(Buffer.concat(file).subarray(0, -20))));
      },
    );
    await expect(spoilt).rejects.toMatchObject({ code: 'BACKUP_UNREADABLE', facts: { problem: { code: 'damaged' } } });
    expect(passphrase.every((byte) => byte === 0)).toBe(true);
    expect(desk.custodian.backupStatus()).toMatchObject({ last: null, unsaved: [{}, {}] });
  });

  it('goes on without a key that the keychain has lost, and says so', async () => {
    await desk.custodian.addTenant(ACME);
    const lost = desk.vault.names().find((name) => name.startsWith('key-'));
    await desk.vault.remove(lost ?? '');
    const { made } = await backUp(desk, holder);
    expect(made).toMatchObject({ keys: 1, absent: [{ tenant: 'Acme', why: 'missing' }] });
    expect(desk.custodian.backupStatus().unsaved).toHaveLength(1);
  });

  it('ends, and leaves no claim, when the keychain is locked in the middle', async () => {
    await desk.custodian.addTenant(ACME);
    let read = 0;
    const { get } = desk.vault;
    desk.vault.get = (name) => {
      read += name.startsWith('key-') ? 1 : 0;
      desk.vault.become(read === 2 ? 'locked' : 'available');
      return get(name);
    };
    await expect(backUp(desk, holder)).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
    desk.vault.become('available');
    expect(desk.custodian.backupStatus().last).toBeNull();
  });
});

const textOf = (files: ReadonlyMap<string, Uint8Array>, path: string): string =>
  Buffer.from(files.get(path) ?? []).toString('utf8');

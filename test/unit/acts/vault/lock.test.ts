// The lock as an officer has it: what still works, what says that it is locked, and what the audit log keeps of it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isCustodianError } from '../../../../shared/errors.ts';
import { backUp, from, newHolder, openedBy } from '../../../support/backups.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';

const PASSPHRASE = 'correct horse battery staple';
const bytes = (text = PASSPHRASE) => Buffer.from(text, 'utf8');
const tenant = 'Acme';
const CLAIMS = { tenant, ttl: 300, claims: { sub: 'x' } };

let desk: Desk;
beforeEach(async () => {
  desk = openDesk();
  await desk.custodian.addTenant(ACME);
});
afterEach(() => desk.close());

const actions = () => desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).map(({ action }) => action);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'it works',
    (error: unknown) => (isCustodianError(error) ? error.code : String(error)),
  );

describe('under a passphrase', () => {
  beforeEach(() => desk.custodian.vault.setPassphrase(bytes()));

  it('keys are made and sign as before, and all of it is recorded', async () => {
    expect(await codeOf(desk.custodian.signToken(CLAIMS))).toBe('it works');
    expect(await codeOf(desk.custodian.addRing({ tenant, alg: 'ES256', name: 'second' }))).toBe('it works');
    await desk.custodian.vault.changePassphrase(bytes(), bytes('another long passphrase'));
    await desk.custodian.vault.removePassphrase(bytes('another long passphrase'));
    expect(await codeOf(desk.custodian.signToken(CLAIMS))).toBe('it works');
    expect(actions().filter((action) => action.startsWith('vault.'))).toEqual([
      'vault.passphrase-set',
      'vault.passphrase-changed',
      'vault.passphrase-removed',
    ]);
    expect(await desk.custodian.verifyAudit()).toMatchObject({ ok: true });
  });

  it('a lock lets everything public be looked at, and nothing else be done', async () => {
    const { custodian } = desk;
    custodian.vault.lock();
    expect(custodian.showTenant({ tenant }).rings).toHaveLength(1);
    expect(custodian.listTenants()).toHaveLength(1);
    expect(await custodian.status()).toMatchObject({
      vault: { condition: 'locked', detail: { code: 'passphrase-needed' } },
      seal: { stage: 'sealed', locked: true },
    });
    for (const act of [
      async () => custodian.signToken(CLAIMS),
      async () => custodian.addRing({ tenant, alg: 'ES256', name: 'second' }),
      async () => custodian.rotateRing({ tenant }),
      async () => custodian.credentials.show({ tenant }),
      async () => custodian.vault.changePassphrase(bytes(), bytes('another long passphrase')),
    ]) {
      expect(await codeOf(act())).toBe('VAULT_LOCKED');
    }
    await custodian.vault.unlock(bytes());
    expect(await codeOf(custodian.signToken(CLAIMS))).toBe('it works');
    expect(await custodian.verifyAudit()).toMatchObject({ ok: true });
  });

  it('an act that is at work when it is locked ends as a whole or not at all', async () => {
    const { custodian } = desk;
    const running = codeOf(custodian.addRing({ tenant, alg: 'ES256', name: 'second' }));
    custodian.vault.lock();
    expect(['it works', 'VAULT_LOCKED']).toContain(await running);
    await custodian.vault.unlock(bytes());
    await custodian.settle();
    const { findings } = await custodian.examine(() => undefined);
    expect(findings).toEqual([]);
  });

  it('what was typed is overwritten, right or wrong', async () => {
    const typed = [bytes(), bytes('wrong passphrase')];
    desk.custodian.vault.lock();
    await codeOf(desk.custodian.vault.unlock(typed[1] ?? bytes()));
    await codeOf(desk.custodian.vault.unlock(typed[0] ?? bytes()));
    expect(typed.every((each) => each.every((byte) => byte === 0))).toBe(true);
  });

  it('backups are made, drilled and restored as before, and say when it is locked', async () => {
    const holder = await newHolder();
    const { vault } = desk.custodian;
    const proven = {
      custodian: desk.custodian.provided(
        () => undefined,
        () => vault.prove(bytes()),
      ),
    };
    const { file } = await backUp(proven, holder);
    const drill = () => desk.custodian.drillBackup(from(file), openedBy(holder), 'keys.age');
    expect(await drill()).toMatchObject({ outcome: 'passed' });
    desk.custodian.vault.lock();
    expect(await codeOf(drill())).toBe('VAULT_LOCKED');
    expect(await codeOf(backUp(desk, holder))).toBe('VAULT_LOCKED');
    const other = openDesk();
    await other.custodian.vault.setPassphrase(bytes());
    await other.custodian.restoreBackup(from(file), openedBy(holder), { file: 'keys.age', seen: null });
    expect(await codeOf(other.custodian.signToken(CLAIMS))).toBe('it works');
    await other.close();
  });
});

it('nothing is locked where there is no passphrase', async () => {
  desk.custodian.vault.lock();
  expect(await codeOf(desk.custodian.signToken(CLAIMS))).toBe('it works');
  expect(await codeOf(desk.custodian.vault.unlock(bytes()))).toBe('VAULT_PASSPHRASE_NONE');
});

// The lock as an officer has it: what still works, what says that it is locked, and what the audit log keeps of it.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  credentialName,
  DEVICE_KEY,
  REMEMBERED_HEAD,
  secretName,
  STATE_KEY,
} from '../../../../main/ports/secret-name.ts';
import { backUp, from, newHolder, openedBy } from '../../../support/backups.ts';
import { ACME, openDesk } from '../../../support/desk.ts';
import { keyIn } from '../../../support/tenant-keys.ts';
import { outcomeOf } from '../../../support/outcome.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const PASSPHRASE = 'correct horse battery staple';
const bytes = (text = PASSPHRASE) => Buffer.from(text, 'utf8');
const tenant = 'Acme';
const CLAIMS = { tenant, ttl: 300, claims: { sub: 'x' } };

const desk = deskForEach();
beforeEach(() => desk.custodian.addTenant(ACME));

const actions = () => desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).map(({ action }) => action);
const problem = async () => (await desk.custodian.status()).registry.problem;

/** How the work ends when it is locked after so many turns of what waits. */
async function lockedAfter(moments: number, work: Promise<string>): Promise<string> {
  for (let passed = 0; passed < moments; passed += 1) {
    await Promise.resolve();
  }
  desk.custodian.vault.lock();
  return work;
}

describe('under a passphrase', () => {
  beforeEach(() => desk.custodian.vault.setPassphrase(bytes()));

  it('keys are made and sign as before, and all of it is recorded', async () => {
    expect(await outcomeOf(desk.custodian.signToken(CLAIMS))).toBe('done');
    expect(await outcomeOf(desk.custodian.addRing({ tenant, alg: 'ES256', name: 'second' }))).toBe('done');
    await desk.custodian.vault.changePassphrase(bytes(), bytes('another long passphrase'));
    await desk.custodian.vault.removePassphrase(bytes('another long passphrase'));
    expect(await outcomeOf(desk.custodian.signToken(CLAIMS))).toBe('done');
    expect(actions().filter((action) => action.startsWith('vault.'))).toEqual([
      'vault.passphrase-set',
      'vault.passphrase-changed',
      'vault.passphrase-removed',
    ]);
    expect(await desk.custodian.verifyAudit()).toMatchObject({ ok: true });
  });

  it.each(['a look', 'an act'])(
    'a lock in the middle of %s is no sign that somebody changed the registry',
    async (what) => {
      const { custodian } = desk;
      for (let moment = 0; moment < 60; moment += 1) {
        const work = outcomeOf(what === 'a look' ? custodian.status() : custodian.signToken(CLAIMS));
        expect(['done', 'VAULT_LOCKED']).toContain(await lockedAfter(moment, work));
        expect([moment, await problem()]).toEqual([moment, null]);
        await custodian.vault.unlock(bytes());
        expect([moment, await problem()]).toEqual([moment, null]);
      }
    },
  );

  it('a lock in the middle of setting or removing it leaves what the next unlock ends', async () => {
    const { vault } = desk.custodian;
    const seen = new Set<string>();
    for (let moment = 12; moment < 84; moment += 6) {
      const isSealed = (await vault.sealState()).stage === 'sealed';
      const work = isSealed ? vault.removePassphrase(bytes()) : vault.setPassphrase(bytes());
      const ended = await lockedAfter(moment, outcomeOf(work));
      const { stage, locked } = await vault.sealState();
      seen.add(`${ended} ${stage}`);
      if (locked) {
        await vault.unlock(bytes());
      }
      expect((await vault.sealState()).stage).toMatch(/^(sealed|none)$/);
      expect([await problem(), await outcomeOf(desk.custodian.signToken(CLAIMS))]).toEqual([null, 'done']);
    }
    expect([...seen]).toEqual(expect.arrayContaining(['VAULT_LOCKED sealing', 'VAULT_LOCKED opening']));
    expect([...seen].filter((end) => !/^(done|VAULT_LOCKED) /.test(end))).toEqual([]);
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
      expect(await outcomeOf(act())).toBe('VAULT_LOCKED');
    }
    await custodian.vault.unlock(bytes());
    expect(await outcomeOf(custodian.signToken(CLAIMS))).toBe('done');
    expect(await custodian.verifyAudit()).toMatchObject({ ok: true });
  });

  it('an act that is at work when it is locked ends as a whole or not at all', async () => {
    const { custodian } = desk;
    const running = outcomeOf(custodian.addRing({ tenant, alg: 'ES256', name: 'second' }));
    custodian.vault.lock();
    expect(['done', 'VAULT_LOCKED']).toContain(await running);
    await custodian.vault.unlock(bytes());
    await custodian.settle();
    const { findings } = await custodian.examine(() => undefined);
    expect(findings).toEqual([]);
  });

  it('what was typed is overwritten, right or wrong', async () => {
    const typed = [bytes(), bytes('wrong passphrase')];
    desk.custodian.vault.lock();
    await outcomeOf(desk.custodian.vault.unlock(typed[1] ?? bytes()));
    await outcomeOf(desk.custodian.vault.unlock(typed[0] ?? bytes()));
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
    expect(await outcomeOf(drill())).toBe('VAULT_LOCKED');
    expect(await outcomeOf(backUp(desk, holder))).toBe('VAULT_LOCKED');
    const other = openDesk();
    await other.custodian.vault.setPassphrase(bytes());
    await other.custodian.restoreBackup(from(file), openedBy(holder), { file: 'keys.age', seen: null });
    expect(await outcomeOf(other.custodian.signToken(CLAIMS))).toBe('done');
    await other.close();
  });
});

describe('with something damaged', () => {
  const damageIn = async (name: string): Promise<void> => {
    const altered = Uint8Array.from(desk.vault.secrets().get(name) ?? expect.fail(name));
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    await desk.vault.put(name, altered);
  };
  const web = 'Web';
  const storeToken = () => {
    const [secret, empty] = [bytes('a-token'), new Uint8Array()];
    return desk.custodian.credentials.store({ tenant: web, kind: 'token' }, { secret, certificate: empty, key: empty });
  };

  it('a passphrase is changed and removed, what is damaged is named with the way on, and a backup brings it back', async () => {
    const { custodian } = desk;
    const holder = await newHolder();
    const place = {
      domain: 'web.example',
      customDomain: null,
      endpoint: 'jwks',
      apiBaseUrl: 'https://web.example/set',
    } as const;
    await custodian.addTenant({ ...ACME, ...place, name: web });
    await storeToken();
    const credential = credentialName(custodian.showTenant({ tenant: web }).tenant.id);
    const { file } = await backUp(desk, holder);
    await custodian.vault.setPassphrase(bytes());
    const { id, kid } = keyIn(desk, 'current');
    await damageIn(secretName(id));
    await damageIn(credential);

    await custodian.vault.changePassphrase(bytes(), bytes('another long passphrase'));
    const found = await custodian.vault.removePassphrase(bytes('another long passphrase'));
    expect(found.map(({ code, facts }) => [code, facts])).toEqual([
      ['secret-damaged', { tenant, kid, state: 'current' }],
      ['credential-damaged', { tenant: web }],
    ]);
    expect(await custodian.vault.sealState()).toEqual({ stage: 'none', locked: false });
    const [removed] = custodian.listAudit({ afterSeq: 0, limit: 1000, action: 'vault.passphrase-removed' });
    expect(removed?.details).toEqual({
      damaged: [
        { code: 'secret-damaged', tenant, kid, state: 'current' },
        { code: 'credential-damaged', tenant: web },
      ],
    });
    expect(await outcomeOf(custodian.signToken(CLAIMS))).toBe('VAULT_SECRET_DAMAGED');
    expect((await custodian.examine(() => undefined)).findings).toEqual(found);

    await custodian.restoreBackup(from(file), openedBy(holder), { file: 'keys.age', seen: null });
    await storeToken();
    expect(await outcomeOf(custodian.signToken(CLAIMS))).toBe('done');
    expect((await custodian.examine(() => undefined)).findings).toEqual([]);
  });

  it.each([
    ['the key of the seal', STATE_KEY],
    ['what the keychain remembers', REMEMBERED_HEAD],
    ['the key of the device', DEVICE_KEY],
  ])('%s: an officer accepts that it is gone, and all goes on', async (_, name) => {
    const { custodian } = desk;
    await custodian.vault.setPassphrase(bytes());
    await damageIn(name);
    custodian.vault.lock();
    await custodian.vault.unlock(bytes());
    expect(
      (await custodian.stateFindings()).length + (await custodian.examine(() => undefined)).findings.length,
    ).toBeGreaterThan(0);
    expect(await custodian.acceptAudit('it was damaged')).not.toBeNull();
    expect(await custodian.vault.removePassphrase(bytes())).toEqual([]);
    expect(await outcomeOf(custodian.signToken(CLAIMS))).toBe('done');
    expect(await custodian.verifyAudit()).toMatchObject({ ok: true });
    expect((await custodian.examine(() => undefined)).findings).toEqual([]);
  });
});

it('nothing is locked where there is no passphrase', async () => {
  desk.custodian.vault.lock();
  expect(await outcomeOf(desk.custodian.signToken(CLAIMS))).toBe('done');
  expect(await outcomeOf(desk.custodian.vault.unlock(bytes()))).toBe('VAULT_PASSPHRASE_NONE');
});

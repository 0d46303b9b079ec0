// What a drill answers and leaves on record, what is no drill at all, and when the next is due.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BackupOpener } from '../../../../main/ports/backup-file.ts';
import type { DrillReport } from '../../../../shared/domain/backup/backup.ts';
import { DEFAULT_TERMS, LATER_TERMS } from '../../../../shared/domain/timing/policy.ts';
import { CustodianError } from '../../../../shared/errors.ts';
import type { BackupFlaw } from '../../../../shared/problems/backup.ts';
import { type Backed, backUp, from, type Holder, newHolder, openedBy } from '../../../support/backups.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { keyIn } from '../../../support/tenant-keys.ts';

const tenant = ACME.name;
const DAY = 86_400_000;

let holder: Holder;
const desk = deskForEach();
let backed: Backed;
beforeAll(async () => {
  holder = await newHolder();
});
beforeEach(async () => {
  await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
  backed = await backUp(desk, holder);
});

const now = () => desk.ports.clock.now().toISOString();
const drill = (file = backed.file, name = 'keys.age', opener = openedBy(holder)) =>
  desk.custodian.drillBackup(from(file), opener, name);
const entries = () =>
  desk.custodian
    .listAudit({ afterSeq: 0, limit: 999, action: 'backup.drilled' })
    .map(({ subject, details }) => ({ subject, details }));
const status = () => desk.custodian.backupStatus();

/** As it would be read where this is wrong with it. */
function flawedBy(problem: BackupFlaw): void {
  desk.ports.reading.backup = () => {
    throw new CustodianError('BACKUP_UNREADABLE', { problem });
  };
}

describe('a drill', () => {
  it('that passed is told and recorded to the letter', async () => {
    desk.advance(1000);
    const at = now();
    const { id, at: madeAt } = backed.made;
    const { deviceKey } = await desk.custodian.verifyAudit();
    expect(await drill()).toEqual({
      outcome: 'passed',
      at,
      file: 'keys.age',
      backup: { id, madeAt, device: deviceKey ?? '' },
      tenants: 1,
      privateHalves: 2,
      notInIt: [],
      problem: null,
    } satisfies DrillReport);
    expect(entries()).toEqual([
      {
        subject: 'backup',
        details: { outcome: 'passed', file: 'keys.age', backup: id, privateHalves: 2, problem: null },
      },
    ]);
    expect(status()).toMatchObject({
      last: { id, drilledAt: at, drill: 'passed' },
      lastDrill: { at, outcome: 'passed' },
    });
  });

  it('that failed is told and recorded to the letter', async () => {
    flawedBy({ code: 'damaged' });
    desk.advance(1000);
    const at = now();
    const problem = { code: 'BACKUP_UNREADABLE', facts: { problem: { code: 'damaged' } } };
    expect(await drill()).toEqual({
      outcome: 'failed',
      at,
      file: 'keys.age',
      backup: null,
      tenants: 0,
      privateHalves: 0,
      notInIt: [],
      problem,
    });
    expect(entries()).toEqual([
      { subject: 'backup', details: { outcome: 'failed', file: 'keys.age', backup: null, privateHalves: 0, problem } },
    ]);
    expect(status()).toMatchObject({ last: { drilledAt: at, drill: 'failed' }, drillDueAt: at });
  });

  it('that failed is noted with the newest backup of that name, and with none of another', async () => {
    await backUp(desk, holder);
    flawedBy({ code: 'damaged' });
    await drill(backed.file, 'other.age');
    const noted = () => desk.ports.registry.read((reader) => reader.backups()).map((one) => [one.id, one.drill]);
    expect(noted().map(([, outcome]) => outcome)).toEqual([null, null]);
    await drill();
    expect(noted()).toEqual([
      [backed.made.id, null],
      [expect.not.stringContaining(backed.made.id), 'failed'],
    ]);
  });

  it('that passed is noted with the very backup, whatever the file is called', async () => {
    await backUp(desk, holder);
    await drill(backed.file, 'another name');
    expect(desk.ports.registry.read((reader) => reader.backups()).map((one) => [one.id, one.drill])).toEqual([
      [backed.made.id, 'passed'],
      [expect.any(String), null],
    ]);
  });

  it.each<BackupFlaw>([
    { code: 'wrong-passphrase' },
    { code: 'other-recipient' },
    { code: 'other-shares' },
    { code: 'needs-identity' },
    { code: 'needs-passphrase' },
    { code: 'identity-unusable' },
    { code: 'no-backup' },
  ])('is none where it was not even opened: $code', async (problem) => {
    flawedBy(problem);
    await expect(drill()).rejects.toMatchObject({ code: 'BACKUP_UNREADABLE', facts: { problem } });
    expect(entries()).toEqual([]);
  });

  it('is none where something else failed', async () => {
    desk.ports.reading.backup = () => {
      throw new TypeError('broken');
    };
    await expect(drill()).rejects.toThrow('broken');
    expect(entries()).toEqual([]);
  });

  it('leaves nothing of what opened it', async () => {
    const opener: BackupOpener = openedBy(holder);
    await drill(backed.file, 'keys.age', opener);
    expect(opener.bytes.every((byte) => byte === 0)).toBe(true);
  });

  it('misses no key that was erased since', async () => {
    await desk.custodian.generateNext({ tenant });
    const { kid } = keyIn(desk, 'next');
    expect((await drill()).notInIt).toEqual([{ tenant, kid }]);
    await desk.custodian.withdrawKey({ tenant, kid, reason: 'a test', compromised: false });
    await desk.custodian.destroyKey({ tenant, kid, confirm: kid });
    desk.advance(400 * DAY);
    await desk.custodian.settle();
    expect((await drill()).notInIt.map((key) => key.kid)).not.toContain(kid);
  });
});

describe('what there is of backups', () => {
  it('says which keys are in none, by their tenant', async () => {
    await desk.custodian.generateNext({ tenant });
    expect(status().unsaved).toEqual([{ tenant, kid: keyIn(desk, 'next').kid, state: 'next' }]);
  });

  it('is due at once before the first drill', () => {
    expect(status()).toMatchObject({ lastDrill: null, drillDueAt: backed.made.at });
  });

  it('has the newest drill of all backups, whichever they were of', async () => {
    const second = await backUp(desk, holder);
    await drill(second.file);
    desk.advance(DAY);
    await drill();
    const at = now();
    desk.advance(DAY);
    expect(status().lastDrill).toEqual({ at, outcome: 'passed' });
    await backUp(desk, holder);
    expect(status()).toMatchObject({
      last: { drill: null },
      lastDrill: { at },
      drillDueAt: new Date(Date.parse(at) + LATER_TERMS.drillEveryDays * DAY).toISOString(),
    });
  });

  it('asks for a drill as often as the strictest tenant', async () => {
    await desk.custodian.addTenant({
      ...ACME,
      alg: 'ES256',
      name: 'Other',
      domain: 'other.eu.auth0.com',
      customDomain: null,
    });
    for (const [name, drillEveryDays] of [
      ['rare', 300],
      ['often', 20],
    ] as const) {
      await desk.custodian.setPolicy({ name, terms: { ...DEFAULT_TERMS.development, drillEveryDays } });
    }
    await drill();
    const dueIn = () => (Date.parse(status().drillDueAt ?? '') - Date.parse(now())) / DAY;
    await desk.custodian.editTenant({ tenant, policy: 'rare' });
    await desk.custodian.editTenant({ tenant: 'Other', policy: 'rare' });
    expect(dueIn()).toBe(300);
    await desk.custodian.editTenant({ tenant: 'Other', policy: 'often' });
    expect(dueIn()).toBe(20);
  });
});

describe('without a tenant', () => {
  const alone = deskForEach();

  it('asks for no drill where there is no backup', () => {
    expect(alone.custodian.backupStatus()).toEqual({ last: null, unsaved: [], lastDrill: null, drillDueAt: null });
  });

  it('asks for one as often as is usual', async () => {
    const { made, file } = await backUp(alone, holder);
    await alone.custodian.drillBackup(from(file), openedBy(holder), made.file);
    const { lastDrill, drillDueAt } = alone.custodian.backupStatus();
    expect(Date.parse(drillDueAt ?? '') - Date.parse(lastDrill?.at ?? '')).toBe(LATER_TERMS.drillEveryDays * DAY);
  });
});

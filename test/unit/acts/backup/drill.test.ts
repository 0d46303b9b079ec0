// Drills: whether a backup gives the keys back, on record with its date, and due again.
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { LATER_TERMS } from '../../../../shared/domain/timing/policy.ts';
import { backUp, from, type Holder, newHolder, openedBy } from '../../../support/backups.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

let holder: Holder;
const desk = deskForEach();
beforeAll(async () => {
  holder = await newHolder();
});
beforeEach(() => desk.custodian.addTenant(ACME));

const drill = (file: Uint8Array, opener = openedBy(holder)) =>
  desk.custodian.drillBackup(from(file), opener, 'keys.age');
const lastEntry = () =>
  desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).findLast(({ action }) => action === 'backup.drilled');

it('passes, changes no key, and is due again', async () => {
  const { made, file } = await backUp(desk, holder);
  const names = desk.vault.names();
  expect(await drill(file)).toMatchObject({
    outcome: 'passed',
    privateHalves: 2,
    notInIt: [],
    backup: { id: made.id },
  });
  expect(desk.vault.names()).toEqual(names);
  const at = desk.ports.clock.now().getTime();
  expect(desk.custodian.backupStatus()).toMatchObject({
    lastDrill: { outcome: 'passed' },
    drillDueAt: new Date(at + LATER_TERMS.drillEveryDays * 86_400_000).toISOString(),
  });
  expect(lastEntry()).toMatchObject({ details: { outcome: 'passed', backup: made.id, privateHalves: 2 } });
});

it('names the keys that came later', async () => {
  const { file } = await backUp(desk, holder);
  const { keys } = await desk.custodian.generateNext({ tenant: 'Acme' });
  const [next] = keys.filter(({ state }) => state === 'next').map(({ kid }) => kid);
  expect(await drill(file)).toMatchObject({ outcome: 'passed', notInIt: [{ tenant: 'Acme', kid: next }] });
});

it('names no key that must stay, nor one whose private key is gone', async () => {
  const { file } = await backUp(desk, holder);
  await desk.custodian.generateNext({ tenant: 'Acme', exportable: false });
  expect(await drill(file)).toMatchObject({ outcome: 'passed', notInIt: [] });
});

it('of a damaged backup fails, and that is on record', async () => {
  const { made, file } = await backUp(desk, holder);
  desk.advance(1000);
  const report = await drill(file.subarray(0, -30));
  expect(report).toMatchObject({ outcome: 'failed', problem: { code: 'BACKUP_UNREADABLE' } });
  expect(desk.custodian.backupStatus()).toMatchObject({
    last: { id: made.id, drill: 'failed' },
    lastDrill: { outcome: 'failed' },
    drillDueAt: report.at,
  });
});

it('with the wrong identity is none', async () => {
  const { file } = await backUp(desk, holder);
  await expect(drill(file, openedBy(await newHolder()))).rejects.toMatchObject({ code: 'BACKUP_UNREADABLE' });
  expect(lastEntry()).toBeUndefined();
});

// No backup, no going live: in production a key does not begin to sign before a backup holds it, unless an officer says why.
import { beforeAll, expect, it } from 'vitest';
import { mayGoLive } from '../../../../shared/domain/backup/gate.ts';
import { DEFAULT_TERMS, LATER_TERMS, policyTermsSchema } from '../../../../shared/domain/timing/policy.ts';
import { backUp, from, type Holder, newHolder, openedBy } from '../../../support/backups.ts';
import { ACME } from '../../../support/desk.ts';
import { push } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { chainOf } from '../../../support/written-entries.ts';

const tenant = 'Acme';
const reason = 'the safe opens tomorrow';
const DAYS = 86_400_000;

let holder: Holder;
const desk = deskForEach();
beforeAll(async () => {
  holder = await newHolder();
});

/** Whose next key was public for long enough. */
async function ready(environment: 'production' | 'staging'): Promise<void> {
  await desk.custodian.addTenant({ ...ACME, environment });
  await push(desk);
  desk.advance(3 * DAYS);
}

const rotate = (override?: string) => desk.custodian.rotateRing({ tenant, override });

it('refuses in production, and goes on once a backup holds the key', async () => {
  await ready('production');
  await expect(rotate()).rejects.toMatchObject({ code: 'KEY_NOT_BACKED_UP' });
  await backUp(desk, holder);
  // What else is asked of production is no matter of backups.
  await expect(rotate()).rejects.toMatchObject({ code: 'PLAN_REHEARSAL_MISSING' });
  const chain = chainOf(desk);
  chain.written();
  await rotate(reason);
  expect(chain.written()).not.toContain('withoutBackup');
  // The key that was made for the place of next came after the backup.
  desk.advance(1000);
  const [unsaved] = desk.custodian.backupStatus().unsaved;
  expect(unsaved).toMatchObject({ tenant, state: 'next' });
});

it('goes on with a reason, which is recorded', async () => {
  await ready('production');
  const chain = chainOf(desk);
  chain.written();
  await rotate(reason);
  expect(chain.written()).toMatch(/^key\.rotated .*"withoutBackup":true.*"overrideReason":"the safe opens tomorrow"/);
});

it('says both when a reason goes ahead of the clock as well', async () => {
  await desk.custodian.addTenant({ ...ACME, environment: 'production' });
  await push(desk);
  const chain = chainOf(desk);
  chain.written();
  await expect(rotate()).rejects.toMatchObject({ code: 'CLOCK_TOO_EARLY' });
  await rotate(reason);
  expect(chain.written()).toMatch(/"overridden":"[a-z-]+","withoutBackup":true,"overrideReason":/);
});

it('lets other environments go on, and never stands in the way of an emergency', async () => {
  await ready('staging');
  expect((await rotate()).keys.some(({ state }) => state === 'previous')).toBe(true);
  await desk.custodian.addTenant({ ...ACME, name: 'Live', environment: 'production', customDomain: null });
  const { keys } = await desk.custodian.rotateAndRevoke({ tenant: 'Live', reason: 'leaked', compromised: true });
  expect(keys.some(({ state }) => state === 'revoked')).toBe(true);
});

it('does not ask for a backup of what must never leave', () => {
  const key = { id: 'a', kid: 'a', exportable: false };
  expect(mayGoLive({ environment: 'production' }, LATER_TERMS, key, new Set())).toBeNull();
  expect(mayGoLive({ environment: 'production' }, LATER_TERMS, { ...key, exportable: true }, new Set())).toMatchObject({
    code: 'KEY_NOT_BACKED_UP',
  });
});

it.each([
  ['always', 'staging', false],
  ['production', 'staging', true],
  ['never', 'production', true],
] as const)('as the policy says: refuses %s, so a key of %s may: %s', (backupFirst, environment, may) => {
  const key = { id: 'k', kid: 'kid', exportable: true };
  expect(mayGoLive({ environment }, { backupFirst }, key, new Set()) === null).toBe(may);
});

it('asks for a drill as often as the strictest policy of a tenant says, also one from before it was asked', async () => {
  await desk.custodian.addTenant(ACME);
  await backUp(desk, holder);
  await desk.custodian.setPolicy({ name: 'monthly', terms: { ...DEFAULT_TERMS.production, drillEveryDays: 30 } });
  const drilled = async () => {
    const { made, file } = await backUp(desk, holder);
    await desk.custodian.drillBackup(from(file), openedBy(holder), made.file);
    const { drillDueAt, lastDrill } = desk.custodian.backupStatus();
    return (Date.parse(drillDueAt ?? '') - Date.parse(lastDrill?.at ?? '')) / DAYS;
  };
  expect(await drilled()).toBe(90);
  await desk.custodian.editTenant({ tenant, policy: 'monthly' });
  expect(await drilled()).toBe(30);
  const { drillEveryDays: _later, ...before } = DEFAULT_TERMS.production;
  expect(policyTermsSchema.parse(before)).toEqual(DEFAULT_TERMS.production);
});

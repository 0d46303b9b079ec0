// What a tenant needs next, through its whole life: reached by the acts themselves.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type NextDue, nextDue } from '../../../../shared/domain/tenant/next-due.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';
import { push } from '../../../support/tenant-keys.ts';

const DAY = 86_400_000;
const tenant = 'Acme';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

function due(): NextDue | null {
  const events = desk.custodian.dueEvents({ days: 365, tenant });
  const provenAt = desk.custodian.listEvidence({ tenant }).find(({ ok }) => ok)?.at ?? null;
  return nextDue(desk.custodian.showTenant({ tenant }), {
    events,
    provenAt,
    now: desk.ports.clock.now().toISOString(),
  });
}

it('is a push, then its proof, and then nothing for as long as the policy allows', async () => {
  await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
  expect(due()).toEqual({ act: 'publish.push' });
  await push(desk, tenant);
  expect(due()).toEqual({ act: 'publish.verify' });
  await desk.custodian.provePublication({ tenant });
  expect(due()).toBeNull();
  // The next key is ready now, and nobody asks for a rotation because of it.
  desk.advance(2 * DAY);
  expect(due()).toBeNull();
});

it('is never another rotation after a rotation: the push, the proof, the former key', async () => {
  await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
  await push(desk, tenant);
  await desk.custodian.provePublication({ tenant });
  desk.advance(400 * DAY);
  expect(due()).toMatchObject({ act: 'key.rotate', ring: 'default' });
  const rotation = due();
  const { keys } = await desk.custodian.rotateRing({ tenant });
  expect(keys.find(({ state }) => state === 'current')?.kid).toBe(
    rotation !== null && 'kid' in rotation ? rotation.kid : '',
  );
  expect(due()).toEqual({ act: 'publish.push' });
  await push(desk, tenant);
  expect(due()).toEqual({ act: 'publish.verify' });
  await desk.custodian.provePublication({ tenant });
  expect(due()).toBeNull();
  desk.advance(60 * DAY);
  const former = keys.find(({ state }) => state === 'previous')?.kid;
  expect(due()).toEqual({ act: 'key.revoke', ring: 'default', kid: former });
});

it('is a key of the officer’s for a ring that has none', async () => {
  await desk.custodian.addTenant({ ...ACME, alg: 'ES256', empty: true });
  expect(due()).toEqual({ act: 'key.import', ring: 'default' });
});

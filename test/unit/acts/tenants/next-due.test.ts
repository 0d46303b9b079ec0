// What a tenant needs next, through its whole life: reached by the acts themselves.
import { expect, it } from 'vitest';
import { type NextDue, nextDue } from '../../../../shared/domain/tenant/next-due.ts';
import type { ForecastEvent, ForecastKind } from '../../../../shared/domain/timing/due.ts';
import { ACME } from '../../../support/desk.ts';
import { kidIn, push } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const DAY = 86_400_000;
const tenant = 'Acme';

const desk = deskForEach();

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

it('is what its dates ask for once they have come, of a ring that still stands', async () => {
  await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
  await push(desk, tenant);
  await desk.custodian.provePublication({ tenant });
  const view = desk.custodian.showTenant({ tenant });
  const provenAt = desk.custodian.listEvidence({ tenant }).find(({ ok }) => ok)?.at ?? null;
  const now = desk.ports.clock.now().toISOString();
  const kid = kidIn(desk, tenant, 'current');
  const event = (kind: ForecastKind, part: Partial<ForecastEvent> = {}): ForecastEvent => ({
    id: kind,
    kind,
    at: now,
    severity: 'overdue',
    tenant,
    ring: 'default',
    kid,
    ...part,
  });
  const dueBy = (...events: ForecastEvent[]) => nextDue(view, { events, provenAt, now });
  expect(dueBy(event('compromised-public'))).toEqual({ act: 'publish.verify' });
  expect(dueBy(event('take-down-due'))).toEqual({ act: 'publish.verify' });
  expect(dueBy(event('revocation-due'))).toEqual({ act: 'key.revoke', ring: 'default', kid });
  expect(dueBy(event('certificate-ends'))).toEqual({ act: 'certificate.reissue', ring: 'default', kid });
  // Nothing is ready to take over yet; the others happen by themselves.
  const silent = ['rotation-due', 'announce-by', 'copies-left', 'destruction-due'] as const;
  expect(dueBy(...silent.map((kind) => event(kind)))).toBeNull();
  // The first that says something, and none that is still to come or of another ring.
  const [announce, revoke, verify] = [event('announce-by'), event('revocation-due'), event('take-down-due')];
  expect(dueBy(announce, revoke, verify)).toEqual({ act: 'key.revoke', ring: 'default', kid });
  expect(dueBy({ ...revoke, at: new Date(Date.parse(now) + 1).toISOString() })).toBeNull();
  expect(dueBy(event('revocation-due', { ring: 'gone' }))).toBeNull();
  // A rotation is of the key that takes over.
  desk.advance(2 * DAY);
  const later = desk.ports.clock.now().toISOString();
  expect(nextDue(view, { events: [event('rotation-due')], provenAt, now: later })).toEqual({
    act: 'key.rotate',
    ring: 'default',
    kid: kidIn(desk, tenant, 'next'),
  });
  // Whatever is due: not of a tenant that is put away, nor before its keys were proven again.
  const asked = { events: [revoke], provenAt, now };
  expect(nextDue({ ...view, tenant: { ...view.tenant, archive: { at: now, reason: 'sold' } } }, asked)).toBeNull();
  expect(nextDue({ ...view, rings: [] }, asked)).toEqual({ act: 'ring.add' });
  expect(nextDue(view, { ...asked, provenAt: null })).toEqual({ act: 'publish.verify' });
});

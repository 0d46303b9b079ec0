// A plan that runs, against a place that does exactly what the test says: which step is done when, what is told and recorded,
// and where it stops.
import { beforeEach, describe, expect, it } from 'vitest';
import { confirmConsumers, requireRehearsal, runPlan, showPlan } from '../../../../main/acts/plans/plans.ts';
import { assertRehearsed } from '../../../../main/acts/plans/rehearsal.ts';
import type { Work } from '../../../../main/ports/stopping.ts';
import type { ActArgs } from '../../../../shared/contract.ts';
import type { Proof } from '../../../../shared/domain/evidence/proof.ts';
import type { PlanOrder, PlanView, StepKind } from '../../../../shared/domain/plan/plan.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aConsumer } from '../../../support/consumers.ts';
import { aKey, aRing, aTenant } from '../../../support/keys.ts';
import { type HeldPlace, heldPlace } from '../../../support/held-place.ts';
import { after, newestEntries, putOnRecord } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';
import { keysOf, kidIn } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';
const desk = deskForEach();
let place: HeldPlace;
let proves: boolean;
beforeEach(() => {
  place = heldPlace();
  proves = true;
});

function ports() {
  const at = place.at(desk.ports);
  const prove: typeof at.verifier.prove = async ({ jwksUrl }, _token, { kid }) => {
    const proof: Proof = {
      ok: proves,
      at: desk.ports.clock.now().toISOString(),
      jwksUrl,
      kid,
      jwksSha256: null,
      cacheControl: null,
      steps: [],
    };
    return { proof, fetched: null };
  };
  return { ...at, verifier: { ...at.verifier, prove } };
}
const addAcme = () => desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
const show = (order: PlanOrder = 'rotate-first') => showPlan(ports(), { tenant, order });
const run = (hash: string, part: Partial<ActArgs<'plan.run'>> = {}, work?: Work) =>
  runPlan(ports(), { tenant, hash, ...part }, work);
const inState = ({ steps }: PlanView, ...states: string[]): StepKind[] =>
  steps.flatMap(({ kind, state }) => (states.includes(state) ? [kind] : []));
const actionsSince = (count: number): string[] =>
  newestEntries(desk, 1000)
    .slice(count)
    .map(([action]) => action);
const entries = (): number => newestEntries(desk, 1000).length;
const MINUTE = 60_000;

describe('from its beginning to its end', () => {
  beforeEach(addAcme);

  it.each<[PlanOrder]>([['rotate-first'], ['apps-first']])(
    '%s does what is due, and tells each step',
    async (order) => {
      const { hash, plan } = show(order);
      const told: string[] = [];
      const tell: Work = { progress: (step, of, label) => told.push(`${step}/${of} ${label}`) };
      const of = show(order).steps.length;
      const first = await run(hash, {}, tell);
      expect(told.map((one) => one.split(' ')[1])).toEqual(['publish']);
      expect(told[0]).toMatch(new RegExp(`^\\d+/${of} publish$`));
      expect(inState(first, 'waiting')).toEqual(['wait-ready']);
      desk.advance(MINUTE);
      told.length = 0;
      const second = await run(hash, {}, tell);
      expect(told.map((one) => one.split(' ')[1])).toEqual(['rotate', 'publish-after', 'prove']);
      expect(told.map((one) => one.split(' ')[0])).toEqual([`5/${of}`, `6/${of}`, `7/${of}`]);
      expect(inState(second, 'waiting')).toEqual(['wait-safe']);
      expect(kidIn(desk, tenant, 'current')).toBe(plan.to);
      desk.advance(2 * MINUTE);
      told.length = 0;
      const third = await run(hash, {}, tell);
      expect([told, third.complete, inState(third, 'due')]).toEqual([[], false, ['revoke']]);
      const last = await run(hash, { reason: 'its last token ended' }, tell);
      expect(told.map((one) => one.split(' ')[1])).toEqual(['revoke', 'publish-without', 'prove-again']);
      expect(last.complete).toBe(true);
      expect(newestEntries(desk, 1)).toEqual([['plan.completed', tenant, { hash, order }]]);
      const revoked = keysOf(desk).find(({ state }) => state === 'revoked');
      expect(revoked).toMatchObject({
        kid: plan.from,
        revocation: { reason: 'its last token ended', compromised: false, compromisedSince: null },
      });
      const count = entries();
      expect((await run(hash)).complete).toBe(true);
      expect(entries()).toBe(count);
    },
  );

  it('tells in the rotation’s entry which plan it was, and the reason', async () => {
    const { hash, plan } = show();
    await run(hash);
    desk.advance(MINUTE);
    await run(hash, { reason: 'yearly' });
    const rotated = newestEntries(desk, 1000).find(([action]) => action === 'key.rotated');
    expect(rotated?.[2]).toMatchObject({
      current: plan.to,
      previous: plan.from,
      plan: 'rotate-first',
      reason: 'yearly',
    });
  });

  it('is on record as completed once', async () => {
    const { hash } = show();
    for (let sitting = 0; sitting < 3; sitting += 1) {
      await run(hash, { reason: 'enough' });
      desk.advance(2 * MINUTE);
    }
    expect(actionsSince(0).filter((action) => action === 'plan.completed')).toHaveLength(1);
    const { id } = desk.custodian.showTenant({ tenant }).tenant;
    const completed = desk.ports.registry.read((reader) => reader.completedPlans(id));
    expect(completed).toMatchObject([{ tenantId: id, order: 'rotate-first', hash }]);
  });
});

describe('a step that does not go on', () => {
  beforeEach(addAcme);

  it('is tried once in a run', async () => {
    const { hash } = show();
    await run(hash);
    desk.advance(MINUTE);
    proves = false;
    const told: string[] = [];
    const view = await run(hash, {}, { progress: (_step, _of, label) => told.push(label) });
    expect(told).toEqual(['rotate', 'publish-after', 'prove']);
    expect(inState(view, 'due')).toEqual(['prove']);
  });

  it('that fails ends the run with its error', async () => {
    const { hash } = show();
    const broken = new Error('unreachable');
    place.looks = () => broken;
    expect(await failureOf(run(hash))).toBe(broken);
  });

  it('was sent and is not seen: it is looked for, and not sent again', async () => {
    place.listed = () => ({ kids: [], cacheControl: null });
    const { hash } = show();
    const unseen = await run(hash);
    expect(unseen.steps.find(({ kind }) => kind === 'publish')).toMatchObject({ state: 'due', sent: true });
    const replaced = place.asked.filter((one) => one === 'replace').length;
    place.listed = () => ({ kids: place.keys.map(({ kid }) => String(kid)), cacheControl: null });
    const seen = await run(hash);
    expect(inState(seen, 'done')).toContain('publish');
    expect(place.asked.filter((one) => one === 'replace')).toHaveLength(replaced);
  });

  it('was accepted and not shown: it is confirmed by the next look', async () => {
    const { takes } = place;
    let sent: Record<string, unknown>[] = [];
    place.takes = (keys) => {
      sent = keys;
    };
    const { hash } = show();
    await run(hash);
    expect(desk.custodian.showTenant({ tenant }).lastPublication?.confirmedAt).toBeNull();
    await takes(sent);
    await run(hash);
    expect(desk.custodian.showTenant({ tenant }).lastPublication?.confirmedAt).not.toBeNull();
  });

  it('does not rotate onto a key that vanished from the public set since', async () => {
    const { hash, plan } = show();
    await run(hash);
    desk.advance(MINUTE);
    place.listed = () => ({ kids: [], cacheControl: null });
    expect(await failureOf(run(hash))).toMatchObject({ code: 'CLOCK_TOO_EARLY' });
    expect(kidIn(desk, tenant, 'current')).toBe(plan.from);
  });
});

describe('a run that is stopped', () => {
  beforeEach(addAcme);

  it('begins no further step', async () => {
    const { hash } = show();
    const view = await run(hash, {}, { signal: AbortSignal.abort() });
    expect(inState(view, 'due')).toEqual(['publish']);
    expect(place.asked).toEqual([]);
  });

  it('leaves a look, and is no failure', async () => {
    const { hash } = show();
    const stop = new AbortController();
    place.preflight = () => stop.abort();
    const view = await run(hash, {}, { signal: stop.signal });
    expect(inState(view, 'due')).toEqual(['publish']);
    expect(place.asked).not.toContain('replace');
  });

  it.each([
    ['a look before a rotation', ['rotate']],
    ['a proof', ['prove']],
  ])('leaves %s', async (_, [kind]) => {
    const { hash } = show();
    await run(hash);
    desk.advance(MINUTE);
    const stop = new AbortController();
    const view = await run(
      hash,
      {},
      {
        signal: stop.signal,
        progress: (_step, _of, label) => {
          if (label === kind) {
            stop.abort();
          }
        },
      },
    );
    expect(inState(view, 'due')).toEqual([kind]);
  });
});

describe('a plan', () => {
  it('is of the ring as it was shown', async () => {
    await addAcme();
    const { hash } = show();
    await desk.custodian.generateNext({ tenant });
    expect(await failureOf(run(hash))).toMatchObject({ code: 'PLAN_CHANGED' });
  });

  it('does not run under a clock that was set back', async () => {
    await addAcme();
    const { hash } = show();
    desk.advance(-10_000);
    expect(await failureOf(run(hash))).toMatchObject({ code: 'CLOCK_SET_BACK' });
  });

  it('of one ring publishes, rotates and revokes in it alone', async () => {
    await addAcme();
    await desk.custodian.addRing({ tenant, alg: 'ES256', name: 'second' });
    const before = keysOf(desk, tenant, 'default').map(({ kid, state }) => [kid, state]);
    const args = { tenant, ring: 'second' };
    const { hash } = showPlan(ports(), { ...args, order: 'rotate-first' });
    for (let sitting = 0; sitting < 3; sitting += 1) {
      await runPlan(ports(), { ...args, hash, reason: 'enough' });
      desk.advance(2 * MINUTE);
    }
    expect(keysOf(desk, tenant, 'default').map(({ kid, state }) => [kid, state])).toEqual(before);
    expect(keysOf(desk, tenant, 'second').map(({ state }) => state)).toEqual(['next', 'current', 'revoked']);
  });
});

describe('in production', () => {
  beforeEach(async () => {
    await desk.custodian.addTenant({ ...ACME, alg: 'ES256', environment: 'production' });
    await desk.custodian.addTenant({
      ...ACME,
      name: 'Trial',
      domain: 'trial.example',
      customDomain: null,
      alg: 'ES256',
    });
  });
  const missing = (rehearsal: string | null) => ({
    code: 'PLAN_REHEARSAL_MISSING',
    facts: { tenant, rehearsal, days: 30 },
  });
  const rehearse = (order: PlanOrder) => {
    const { id } = desk.custodian.showTenant({ tenant: 'Trial' }).tenant;
    desk.ports.registry.change({ action: 'test', subject: 'Trial', details: {} }, (writer) =>
      writer.addCompletedPlan({ tenantId: id, order, hash: 'hash', at: after(-60) }),
    );
  };
  const required =
    (order: PlanOrder = 'rotate-first') =>
    () =>
      requireRehearsal(ports(), { tenant, order });

  it('a plan needs a rehearsal at the tenant that is named for it', async () => {
    const { hash } = show();
    expect(await failureOf(run(hash))).toMatchObject(missing(null));
    expect(required()).toThrow(expect.objectContaining(missing(null)) as Error);
    await desk.custodian.editTenant({ tenant, rehearsalTenant: 'Trial' });
    expect(required()).toThrow(expect.objectContaining(missing('Trial')) as Error);
    rehearse('rotate-first');
    expect(required()).not.toThrow();
    expect(required('apps-first')).toThrow(expect.objectContaining(missing('Trial')) as Error);
    await run(hash);
    expect(actionsSince(0)).not.toContain('plan.rehearsal-overridden');
    expect(place.keys).toHaveLength(2);
  });

  it('or a reason, which is recorded before anything is done', async () => {
    const { hash } = show();
    const count = entries();
    await run(hash, { override: 'an emergency' });
    expect(actionsSince(count).slice(0, 2)).toEqual(['plan.rehearsal-overridden', 'publish.sent']);
    expect(newestEntries(desk, 1000)[count]).toEqual([
      'plan.rehearsal-overridden',
      tenant,
      { hash, reason: 'an emergency' },
    ]);
  });

  it('what was rotated is brought to its end, rehearsed or not', async () => {
    const { hash } = show();
    await run(hash, { override: 'an emergency' });
    desk.advance(30 * 3_600_000);
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
      writer.noteBackedUp(keysOf(desk), after(0)),
    );
    expect(await failureOf(run(hash))).toMatchObject(missing(null));
    await run(hash, { override: 'an emergency' });
    expect(kidIn(desk, tenant, 'previous')).not.toBe('');
    const count = entries();
    await run(hash);
    await run(hash, { override: 'to spare' });
    expect(actionsSince(count)).not.toContain('plan.rehearsal-overridden');
  });
});

it('whether a reason had to stand for a rehearsal', () => {
  const facts = { tenant, rehearsal: null, days: 30 };
  expect([assertRehearsed(null, undefined), assertRehearsed(null, 'why'), assertRehearsed(facts, 'why')]).toEqual([
    false,
    false,
    true,
  ]);
  expect(() => assertRehearsed(facts, undefined)).toThrow(
    expect.objectContaining({ code: 'PLAN_REHEARSAL_MISSING', facts }) as Error,
  );
});

describe('a person who says that consumers have a key', () => {
  const key = aKey({ kid: 'next' });
  const confirm = () => confirmConsumers(desk.ports, { tenant, kid: 'next' });
  const notes = () => desk.ports.registry.read((reader) => reader.notes('tenant'));
  const register = (part: Parameters<typeof aConsumer>[0]) => {
    const { consumer } = aConsumer(part);
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
      writer.addConsumer(consumer),
    );
  };

  it('says it of all of them', () => {
    putOnRecord(desk, { keys: [key] });
    expect(confirm()).toBeNull();
    expect(notes()).toEqual([{ kid: 'next', kind: 'confirmed', at: after(0) }]);
    expect(newestEntries(desk, 1)).toEqual([['plan.confirmed', tenant, { kid: 'next' }]]);
  });

  it('says it of those in the register by name, as far as they hold keys of the ring by hand', () => {
    putOnRecord(desk, { rings: [aRing, { ...aRing, id: 'second', name: 'second' }], keys: [key] });
    register({ id: 'portal', name: 'Portal' });
    register({ id: 'gateway', name: 'Gateway', verifier: 'jose' });
    register({ id: 'other', name: 'Other', rings: ['second'] });
    confirm();
    expect(newestEntries(desk, 1)).toEqual([['plan.confirmed', tenant, { kid: 'next', consumers: ['Portal'] }]]);
    const answers = desk.ports.registry.read((reader) => reader.consumerNotes(aTenant.id));
    expect(answers.map(({ consumerId, kid, kind, at }) => [consumerId, kid, kind, at])).toEqual([
      ['portal', 'next', 'has', after(0)],
    ]);
  });
});

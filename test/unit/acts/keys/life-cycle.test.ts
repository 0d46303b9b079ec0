import { beforeEach, describe, expect, it } from 'vitest';
import { secretName } from '../../../../main/ports/secret-name.ts';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { DEFAULT_TERMS } from '../../../../shared/domain/timing/policy.ts';
import { ACME, START } from '../../../support/desk.ts';
import { keyIn, keysOf, push } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const tenant = 'Acme';

const desk = deskForEach();
beforeEach(() => desk.custodian.addTenant(ACME));

const inState = (state: KeyState): SigningKey => keyIn(desk, state);

const keys = (): SigningKey[] => keysOf(desk);
const clocksOf = (kid: string) => desk.custodian.showTenant({ tenant }).rings[0]?.clocks[kid];
const auditActions = (): string[] => desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).map(({ action }) => action);

describe('the clocks', () => {
  it('leave a ring free of waits of which nobody outside knows anything', async () => {
    await desk.custodian.rotateRing({ tenant });
    await desk.custodian.revokeKey({ tenant, kid: inState('previous').kid, reason: 'unused', compromised: false });
    expect(keys().map(({ state }) => state)).toEqual(['next', 'current', 'revoked']);
  });

  it('refuse a rotation until every verifier must know the next key, and say when that is', async () => {
    await push(desk);
    const { kid } = inState('next');
    // The sandbox says max-age=15, stale-while-revalidate=15, and then verifiers keep it for the 30 seconds of the policy.
    const at = new Date(START + 60 * SECOND).toISOString();
    await expect(desk.custodian.rotateRing({ tenant })).rejects.toMatchObject({
      code: 'CLOCK_TOO_EARLY',
      facts: { kid, action: 'rotating', at, why: 'verifiers-warming' },
    });
    expect(clocksOf(kid)?.readyToSign.at).toBe(at);
    desk.advance(59 * SECOND);
    await expect(desk.custodian.rotateRing({ tenant })).rejects.toMatchObject({ code: 'CLOCK_TOO_EARLY' });
    desk.advance(1 * SECOND);
    await desk.custodian.rotateRing({ tenant });
    expect(inState('current').kid).toBe(kid);
  });

  it('refuse a revocation until the last token has ended, counted from the last signature', async () => {
    await push(desk);
    desk.advance(60 * SECOND);
    await desk.custodian.signToken({ tenant, claims: {}, ttl: 60 });
    await desk.custodian.rotateRing({ tenant });
    const { kid } = inState('previous');
    const revoke = { tenant, kid, reason: 'retired', compromised: false };
    desk.advance(64 * SECOND);
    await expect(desk.custodian.revokeKey(revoke)).rejects.toMatchObject({
      code: 'CLOCK_TOO_EARLY',
      facts: { action: 'revoking', at: new Date(START + 125 * SECOND).toISOString(), why: 'tokens-alive' },
    });
    desk.advance(1 * SECOND);
    await desk.custodian.revokeKey(revoke);
    expect(inState('revoked').kid).toBe(kid);
  });

  it('give way to a typed reason, which is recorded', async () => {
    await push(desk);
    await desk.custodian.rotateRing({ tenant, override: 'drill with the team' });
    const entry = desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).find(({ action }) => action === 'key.rotated');
    expect(entry?.details).toMatchObject({ overridden: 'verifiers-warming', overrideReason: 'drill with the team' });
  });

  it('freeze when this machine’s clock is set back, and no reason opens them', async () => {
    await push(desk);
    desk.advance(-10 * SECOND);
    await expect(desk.custodian.rotateRing({ tenant, override: 'I insist' })).rejects.toMatchObject({
      code: 'CLOCK_SET_BACK',
      facts: { seconds: 10 },
    });
  });

  it('say by when a revocation bites, and when at worst', async () => {
    await push(desk);
    desk.advance(60 * SECOND);
    await desk.custodian.rotateRing({ tenant });
    const { kid } = inState('previous');
    desk.advance(65 * SECOND);
    await desk.custodian.revokeKey({ tenant, kid, reason: 'retired', compromised: false });
    expect(clocksOf(kid)?.bitesEverywhere).toMatchObject({ at: null, why: 'not-taken-down' });
    await push(desk);
    const down = START + 125 * SECOND;
    expect(clocksOf(kid)?.bitesEverywhere).toMatchObject({
      // Shared caches first, then 30 seconds of the verifiers.
      at: new Date(down + (30 + 30) * SECOND).toISOString(),
      worst: { at: new Date(down + (15 + 86_400 + 30) * SECOND).toISOString() },
    });
  });

  it('follow the policy of the tenant', async () => {
    await desk.custodian.setPolicy({
      name: 'slow',
      terms: { ...DEFAULT_TERMS.development, verifierCacheSeconds: 3600 },
    });
    await desk.custodian.editTenant({ tenant, policy: 'Slow' });
    await push(desk);
    expect(clocksOf(inState('next').kid)?.readyToSign.at).toBe(new Date(START + 3630 * SECOND).toISOString());
    expect(desk.custodian.listPolicies()).toMatchObject([{ policy: { name: 'slow' }, tenants: ['Acme'] }]);
    await expect(desk.custodian.editTenant({ tenant, policy: 'none such' })).rejects.toMatchObject({
      code: 'POLICY_NOT_FOUND',
    });
  });
});

describe('the louder acts', () => {
  it('know no compromise that is still to come', async () => {
    await push(desk);
    const since = { reason: 'a slip of the pen', compromised: true, compromisedSince: '2031-01-01T00:00:00.000Z' };
    const { kid } = inState('next');
    const refused = { code: 'INPUT_INVALID', facts: { field: 'compromisedSince', problem: { code: 'in-future' } } };
    await expect(desk.custodian.rotateAndRevoke({ tenant, ...since })).rejects.toMatchObject(refused);
    await expect(desk.custodian.withdrawKey({ tenant, kid, ...since })).rejects.toMatchObject(refused);
    expect(keys().map(({ state }) => state)).toEqual(['next', 'current']);
  });

  it('rotate and revoke at once in an emergency, with the time of compromise', async () => {
    await push(desk);
    const { kid } = inState('current');
    const compromisedSince = '2026-11-20T12:00:00.000Z';
    await desk.custodian.rotateAndRevoke({ tenant, reason: 'laptop stolen', compromised: true, compromisedSince });
    expect(keys().map(({ state }) => state)).toEqual(['next', 'current', 'revoked']);
    expect(inState('revoked')).toMatchObject({
      kid,
      revocation: { reason: 'laptop stolen', compromised: true, compromisedSince },
    });
  });

  it('take a rotation back while it has had no effect, and not later', async () => {
    const [before, waiting] = [inState('current'), inState('next')];
    await desk.custodian.rotateRing({ tenant });
    await desk.custodian.abortRotation({ tenant, reason: 'wrong tenant' });
    expect([inState('current').kid, inState('next').kid]).toEqual([before.kid, waiting.kid]);
    expect(inState('current').previousAt).toBeNull();
    await desk.custodian.rotateRing({ tenant });
    await desk.custodian.signToken({ tenant, claims: {}, ttl: 60 });
    await expect(desk.custodian.abortRotation({ tenant, reason: 'too late' })).rejects.toMatchObject({
      code: 'ROTATION_HAS_EFFECT',
    });
  });

  it('erase a revoked private key only after the days of the policy, and not when it was taken back', async () => {
    await desk.custodian.rotateRing({ tenant });
    const { kid, id } = inState('previous');
    const destroy = { tenant, kid, confirm: kid };
    await expect(desk.custodian.destroyKey(destroy)).rejects.toMatchObject({ code: 'KEY_STATE' });
    await desk.custodian.revokeKey({ tenant, kid, reason: 'retired', compromised: false });
    await expect(desk.custodian.destroyKey({ ...destroy, confirm: 'something' })).rejects.toMatchObject({
      code: 'CONFIRMATION_REQUIRED',
    });
    await desk.custodian.destroyKey(destroy);
    expect(inState('revoked').destroyAt).toBe(new Date(START + DAY).toISOString());
    await desk.custodian.keepKey({ tenant, kid });
    desk.advance(2 * DAY);
    await desk.custodian.settle();
    expect(desk.vault.names()).toContain(secretName(id));
    await desk.custodian.destroyKey(destroy);
    desk.advance(DAY - SECOND);
    await desk.custodian.settle();
    expect(desk.vault.names()).toContain(secretName(id));
    desk.advance(SECOND);
    await desk.custodian.settle();
    expect(desk.vault.names()).not.toContain(secretName(id));
    expect(inState('revoked')).toMatchObject({ kid, destroyedAt: expect.any(String) as string });
    await expect(desk.custodian.keepKey({ tenant, kid })).rejects.toMatchObject({ code: 'KEY_STATE' });
  });
});

describe('a plan', () => {
  const run = (hash: string, reason?: string) => desk.custodian.runPlan({ tenant, hash, reason });
  const pending = (view: Awaited<ReturnType<typeof run>>) =>
    view.steps.find(({ state }) => ['waiting', 'person', 'due'].includes(state));

  it.each(['apps-first', 'rotate-first'] as const)(
    '%s runs to its end in as many sittings as its waits ask for',
    async (order) => {
      const { hash, plan, steps } = desk.custodian.showPlan({ tenant, order });
      expect(steps.filter(({ at, state }) => at === null && state !== 'not-needed')).toEqual([]);
      let view = await run(hash);
      expect(pending(view)).toMatchObject({ kind: 'wait-ready', until: new Date(START + 60 * SECOND).toISOString() });
      desk.advance(60 * SECOND);
      view = await run(hash);
      expect(inState('current').kid).toBe(plan.to);
      expect(pending(view)).toMatchObject({ kind: 'wait-safe' });
      desk.advance(120 * SECOND);
      view = await run(hash);
      expect(pending(view)).toMatchObject({ kind: 'revoke', problem: { code: 'wants-reason' } });
      expect(inState('previous').kid).toBe(plan.from);
      view = await run(hash, 'its last token ended');
      expect(view.complete).toBe(true);
      expect(inState('revoked')).toMatchObject({ kid: plan.from, revocation: { reason: 'its last token ended' } });
      expect(inState('revoked').takenDownAt).not.toBeNull();
      expect(auditActions()).toContain('plan.completed');
      // Run again, it has nothing to do and says so.
      const entries = auditActions().length;
      expect((await run(hash)).complete).toBe(true);
      expect(auditActions()).toHaveLength(entries);
    },
  );

  it('waits for a person where the policy asks for one', async () => {
    await desk.custodian.setPolicy({ name: 'asks', terms: { ...DEFAULT_TERMS.development, confirmConsumers: true } });
    await desk.custodian.editTenant({ tenant, policy: 'asks' });
    const { hash, plan } = desk.custodian.showPlan({ tenant, order: 'apps-first' });
    await run(hash);
    desk.advance(60 * SECOND);
    expect((await run(hash)).steps.filter(({ state }) => state === 'person').map(({ kind }) => kind)).toContain(
      'confirm-consumers',
    );
    expect(inState('current').kid).toBe(plan.from);
    await desk.custodian.confirmConsumers({ tenant, kid: plan.to });
    await run(hash);
    expect(inState('current').kid).toBe(plan.to);
  });

  it('is refused when the ring changed since it was shown', async () => {
    const { hash } = desk.custodian.showPlan({ tenant, order: 'rotate-first' });
    await desk.custodian.generateNext({ tenant });
    await expect(run(hash)).rejects.toMatchObject({ code: 'PLAN_CHANGED' });
  });

  it('wants a rehearsal before it runs in production', async () => {
    await desk.custodian.addTenant({
      ...ACME,
      name: 'Live',
      domain: 'live.eu.auth0.com',
      customDomain: 'id.live.example',
      environment: 'production',
    });
    await desk.custodian.editTenant({ tenant: 'Live', rehearsalTenant: 'Acme' });
    const live = desk.custodian.showPlan({ tenant: 'Live', order: 'rotate-first' });
    const runLive = (override?: string) => desk.custodian.runPlan({ tenant: 'Live', hash: live.hash, override });
    await expect(runLive()).rejects.toMatchObject({ code: 'PLAN_REHEARSAL_MISSING', facts: { rehearsal: 'Acme' } });
    const { hash } = desk.custodian.showPlan({ tenant, order: 'rotate-first' });
    await run(hash);
    desk.advance(60 * SECOND);
    await run(hash);
    desk.advance(120 * SECOND);
    expect((await run(hash, 'its last token ended')).complete).toBe(true);
    expect((await runLive()).steps[0]).toMatchObject({ kind: 'publish', state: 'done' });
  });
});

describe('the forecast', () => {
  const idOf = (kid: string): string => keys().find((key) => key.kid === kid)?.id ?? '';
  /** The UIDs of the entries that are called off. */
  const off = (text: string): string[] =>
    text
      .replaceAll('\r\n ', '')
      .split('BEGIN:VEVENT')
      .filter((entry) => entry.includes('STATUS:CANCELLED'))
      .flatMap((entry) => /UID:(.+)/.exec(entry)?.[1]?.trim() ?? []);

  it('lists what is due, and gives the same as a calendar with lasting ids', async () => {
    await push(desk);
    const due = desk.custodian.dueEvents({ days: 120 });
    expect(due.find(({ kind }) => kind === 'rotation-due')).toMatchObject({
      at: new Date(START + 90 * DAY).toISOString(),
      tenant: 'Acme',
      kid: inState('current').kid,
    });
    const calendar = desk.custodian.dueCalendar({ days: 120 });
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
    desk.advance(DAY);
    const uids = (text: string): string[] =>
      [...text.replaceAll('\r\n ', '').matchAll(/UID:(.+)/g)].map((match) => match[1] ?? '');
    expect(uids(desk.custodian.dueCalendar({ days: 120 }))).toEqual(uids(calendar));
    expect(desk.custodian.dueEvents({ days: 120, environment: 'production' })).toEqual([]);
    const { kid } = inState('current');
    await desk.custodian.rotateRing({ tenant });
    expect(off(desk.custodian.dueCalendar({ days: 120 }))).toContain(`${idOf(kid)}.rotation-due@key-custodian`);
  });
});

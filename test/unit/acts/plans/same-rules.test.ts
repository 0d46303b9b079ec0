// Every door shares the rules of a plan: what it counts as a wait, why it does not go on, and when production must rehearse.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlanView, StepKind } from '../../../../shared/domain/plan/plan.ts';
import { backUp, type Holder, newHolder } from '../../../support/backups.ts';
import { ACME, type Desk, openDesk, START } from '../../../support/desk.ts';
import { type JwksServer, startJwksServer } from '../../../support/jwks-server.ts';
import { push } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';
const HOUR = 3_600_000;
const REASON = 'its last token ended';

let holder: Holder;
let desk: Desk;
let server: JwksServer | null = null;
beforeAll(async () => {
  holder = await newHolder();
});
beforeEach(() => {
  desk = openDesk();
});
afterEach(async () => {
  await desk.close();
  await server?.close();
  server = null;
});

const stepOf = ({ steps }: PlanView, kind: StepKind) => steps.find((step) => step.kind === kind);
const show = (order: 'apps-first' | 'rotate-first' = 'rotate-first') => desk.custodian.showPlan({ tenant, order });

it('reckons with the wait of the plan itself before anything was pushed', async () => {
  await desk.custodian.addTenant({ ...ACME, environment: 'production' });
  const before = show();
  // A day of caches and an hour of safety, from the push that the plan would make at once.
  const ready = new Date(START + 25 * HOUR).toISOString();
  expect(stepOf(before, 'wait-ready')).toMatchObject({ state: 'blocked', at: ready });
  expect(stepOf(before, 'rotate')).toMatchObject({ at: ready });
  await push(desk);
  // What the endpoint asks of caches is known once its set was seen: half a minute more.
  const seen = new Date(START + 25 * HOUR + 30_000).toISOString();
  expect(stepOf(show(), 'rotate')).toMatchObject({ at: seen });
});

describe('a rotation by hand in production', () => {
  beforeEach(async () => {
    await desk.custodian.addTenant({ ...ACME, environment: 'production' });
    await push(desk);
    desk.advance(30 * HOUR);
    await backUp(desk, holder);
  });

  it('wants the rehearsal that a plan wants', async () => {
    await expect(desk.custodian.rotateRing({ tenant })).rejects.toMatchObject({
      code: 'PLAN_REHEARSAL_MISSING',
      facts: { tenant, rehearsal: null },
    });
  });

  it('goes on with a reason, which is recorded, or after a rehearsal in either order', async () => {
    await desk.custodian.rotateRing({ tenant, override: 'the rehearsal tenant is gone' });
    expect(
      desk.custodian.listAudit({ afterSeq: 0, limit: 99 }).find(({ action }) => action === 'key.rotated'),
    ).toMatchObject({
      details: { unrehearsed: true, overrideReason: 'the rehearsal tenant is gone' },
    });
    await desk.custodian.addTenant({
      ...ACME,
      name: 'Trial',
      domain: 'trial.example',
      customDomain: 'id.trial.example',
    });
    await desk.custodian.editTenant({ tenant, rehearsalTenant: 'Trial' });
    const { hash } = desk.custodian.showPlan({ tenant: 'Trial', order: 'apps-first' });
    for (let sitting = 0; sitting < 3; sitting += 1) {
      await desk.custodian.runPlan({ tenant: 'Trial', hash, reason: REASON });
      desk.advance(HOUR);
    }
    await push(desk);
    desk.advance(30 * HOUR);
    await backUp(desk, holder);
    await desk.custodian.rotateRing({ tenant });
  });

  it('is never held up in an emergency', async () => {
    const { keys } = await desk.custodian.rotateAndRevoke({ tenant, reason: 'laptop stolen', compromised: true });
    expect(keys.map(({ state }) => state)).toEqual(['next', 'current', 'revoked']);
  });
});

it('rotates in production without a rehearsal while nobody outside can miss anything', async () => {
  await desk.custodian.addTenant({ ...ACME, environment: 'production' });
  await backUp(desk, holder);
  const { keys } = await desk.custodian.rotateRing({ tenant });
  expect(keys.map(({ state }) => state)).toEqual(['next', 'current', 'previous']);
});

describe('a step that does not end', () => {
  it('says which proof failed and at what, and says it again to whoever looks later', async () => {
    server = await startJwksServer({ issuer: 'https://another.example/' });
    const { writeUrl, publicUrl } = server;
    const place = { endpoint: 'jwks', apiBaseUrl: writeUrl, jwksUrl: publicUrl } as const;
    await desk.custodian.addTenant({ ...ACME, ...place });
    await desk.custodian.credentials.store({ tenant, kind: 'token' }, TOKEN);
    const { hash } = show();
    await desk.custodian.runPlan({ tenant, hash });
    desk.advance(HOUR);
    const view = await desk.custodian.runPlan({ tenant, hash });
    const problem = { code: 'not-proven', failed: { step: 'issuer', fact: { code: 'other-issuer' } } };
    expect(stepOf(view, 'prove')).toMatchObject({ state: 'due', problem });
    expect(stepOf(show(), 'prove')).toMatchObject({ problem });
  });

  it('says that the next key waits for a place', async () => {
    await desk.custodian.addTenant(ACME);
    for (const alg of ['RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const) {
      await desk.custodian.addRing({ tenant, alg, name: alg });
    }
    const { hash, plan } = desk.custodian.showPlan({ tenant, ring: 'PS512', order: 'rotate-first' });
    const view = await desk.custodian.runPlan({ tenant, ring: 'PS512', hash });
    expect(stepOf(view, 'publish')).toMatchObject({ state: 'due', problem: { code: 'no-place', kid: plan.to } });
  });

  it('says that it was sent and is not seen', async () => {
    await desk.close();
    desk = openDesk({ sandbox: { customKeysDelaySeconds: 3600 } });
    await desk.custodian.addTenant(ACME);
    const { hash } = show();
    const view = await desk.custodian.runPlan({ tenant, hash });
    expect(stepOf(view, 'publish')).toMatchObject({ state: 'due', problem: { code: 'not-seen' } });
  });
});

const TOKEN = { secret: Buffer.from('token-0123456789'), certificate: Buffer.alloc(0), key: Buffer.alloc(0) };

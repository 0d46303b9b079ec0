// The register at work, over a real registry and real formats: what it refuses, what it keeps shut, what it records.
import { X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  consumerAddSchema,
  consumerConfirmSchema,
  type ConsumerView,
} from '../../../../shared/domain/consumers/consumer.ts';
import { ACME } from '../../../support/desk.ts';
import { keyIn } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const DAY = 86_400_000;
const tenant = 'Acme';

const desk = deskForEach();
beforeEach(() => desk.custodian.addTenant(ACME));

const add = (part: object = {}): Promise<ConsumerView> =>
  desk.custodian.addConsumer(consumerAddSchema.parse({ tenant, name: 'Portal', verifier: 'pinned', ...part }));
const confirm = (kid: string, part: object = {}): Promise<ConsumerView[]> =>
  desk.custodian.confirmConsumer(consumerConfirmSchema.parse({ tenant, kid, ...part }));
const shown = () => desk.custodian.showTenant({ tenant });
const list = () => desk.custodian.listConsumers({ tenant });
const lastEntry = () => desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).at(-1);
const refused = (code: string, facts: object = {}): unknown =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) as unknown });

describe('the register', () => {
  it('keeps what was said of a consumer, and changes what is named', async () => {
    await add({ contact: 'ops@portal.example', format: 'cer', rings: ['DEFAULT'], note: 'Loads it at night' });
    const [view] = list();
    expect(view?.consumer).toMatchObject({
      name: 'Portal',
      verifier: 'pinned',
      contact: 'ops@portal.example',
      format: 'cer',
      rings: ['default'],
      note: 'Loads it at night',
    });
    expect(view?.keepsSeconds).toBeNull();
    await desk.custodian.editConsumer({
      tenant,
      consumer: 'portal',
      name: 'Portal 2',
      contact: null,
      verifier: 'jose',
    });
    expect(list()[0]).toMatchObject({
      consumer: { name: 'Portal 2', contact: null, verifier: 'jose', format: 'cer' },
      keepsSeconds: 600,
      open: [],
    });
    await desk.custodian.editConsumer({ tenant, consumer: 'Portal 2', cacheSeconds: 30 });
    await desk.custodian.editConsumer({ tenant, consumer: 'Portal 2', verifier: 'pinned' });
    expect(list()[0]?.consumer.cacheSeconds).toBeNull();
    await desk.custodian.removeConsumer({ tenant, consumer: 'Portal 2' });
    expect(list()).toEqual([]);
    const actions = desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith('consumer.'))).toEqual([
      'consumer.added',
      'consumer.edited',
      'consumer.edited',
      'consumer.edited',
      'consumer.removed',
    ]);
    expect((await desk.custodian.verifyAudit()).ok).toBe(true);
  });

  it('refuses two of a name, a ring that is not there, and a cache where keys are held by hand', async () => {
    await add();
    await expect(add({ name: 'PORTAL' })).rejects.toEqual(refused('CONSUMER_EXISTS'));
    await expect(add({ name: 'Other', rings: ['nowhere'] })).rejects.toEqual(refused('RING_NOT_FOUND'));
    await expect(add({ name: 'Other', cacheSeconds: 5 })).rejects.toEqual(
      refused('INPUT_INVALID', { field: 'cacheSeconds' }),
    );
    await expect(desk.custodian.editConsumer({ tenant, consumer: 'Nobody' })).rejects.toEqual(
      refused('CONSUMER_NOT_FOUND'),
    );
    expect(list()).toHaveLength(1);
    for (const bad of [
      { name: '' },
      { verifier: 'abacus' },
      { cacheSeconds: -1 },
      { contact: 'a\nb' },
      { rings: [] },
    ]) {
      expect(consumerAddSchema.safeParse({ tenant, name: 'X', verifier: 'jose', ...bad }).success).toBe(false);
    }
  });

  it('goes with its tenant', async () => {
    await add();
    await desk.custodian.removeTenant({ tenant });
    await desk.custodian.addTenant(ACME);
    expect(list()).toEqual([]);
  });
});

describe('a consumer that holds keys by hand', () => {
  it('keeps a rotation and a revocation shut until it has confirmed', async () => {
    await add();
    const next = keyIn(desk, 'next');
    const early = { kid: next.kid, at: null, why: 'consumers-unconfirmed', waitsFor: ['Portal'] };
    await expect(desk.custodian.rotateRing({ tenant })).rejects.toEqual(
      refused('CLOCK_TOO_EARLY', { action: 'rotating', ...early }),
    );
    expect(shown().rings[0]?.clocks[next.kid]?.readyToSign.waitsFor).toEqual(['Portal']);
    await confirm(next.kid, { consumer: 'portal' });
    await desk.custodian.rotateRing({ tenant });

    const former = keyIn(desk, 'previous');
    const revocation = { tenant, kid: former.kid, reason: 'replaced', compromised: false };
    desk.advance(40 * DAY);
    await expect(desk.custodian.revokeKey(revocation)).rejects.toEqual(
      refused('CLOCK_TOO_EARLY', { action: 'revoking', why: 'consumers-unconfirmed', waitsFor: ['Portal'] }),
    );
    await expect(confirm(former.kid)).rejects.toEqual(refused('KEY_STATE', { needs: 'next-or-current' }));
    await confirm(former.kid, { consumer: 'Portal', answer: 'let-go' });
    await desk.custodian.revokeKey(revocation);
    expect(keyIn(desk, 'revoked').kid).toBe(former.kid);
    expect(list()[0]?.open.map(({ state, answer }) => [state, answer])).toEqual([['next', 'has']]);
  });

  it('can be gone ahead of with a reason, and the audit entry names it', async () => {
    await add();
    await desk.custodian.rotateRing({ tenant, override: 'nobody answers there' });
    expect(lastEntry()?.details).toMatchObject({
      overridden: 'consumers-unconfirmed',
      overrideReason: 'nobody answers there',
      unconfirmed: ['Portal'],
    });
  });

  it('is not held to a promise from before a rotation that was taken back', async () => {
    await add();
    await confirm(keyIn(desk, 'next').kid);
    await desk.custodian.rotateRing({ tenant });
    await confirm(keyIn(desk, 'previous').kid, { answer: 'let-go' });
    desk.advance(1000);
    await desk.custodian.abortRotation({ tenant, reason: 'too soon' });
    desk.advance(1000);
    await desk.custodian.rotateRing({ tenant });
    const { kid } = keyIn(desk, 'previous');
    expect(shown().rings[0]?.clocks[kid]?.safeToRevoke.waitsFor).toEqual(['Portal']);
  });

  it('is asked only about the rings that it verifies', async () => {
    await desk.custodian.addRing({ tenant, name: 'devices', alg: 'ES256' });
    await add({ rings: ['devices'] });
    await desk.custodian.rotateRing({ tenant });
    await expect(desk.custodian.rotateRing({ tenant, ring: 'devices' })).rejects.toEqual(refused('CLOCK_TOO_EARLY'));
    await expect(confirm(keyIn(desk, 'current').kid, { consumer: 'Portal' })).rejects.toEqual(
      refused('INPUT_INVALID', { field: 'consumer' }),
    );
    expect(list()[0]?.open.every(({ ring }) => ring === 'devices')).toBe(true);
  });

  it('stops a plan that lets applications go first, and none that rotates first', async () => {
    await add();
    const run = async (order: 'apps-first' | 'rotate-first') => {
      const { hash } = desk.custodian.showPlan({ tenant, order });
      return desk.custodian.runPlan({ tenant, hash });
    };
    const { hash } = await run('apps-first');
    desk.advance(DAY);
    const stopped = await desk.custodian.runPlan({ tenant, hash });
    expect(stopped.steps.find(({ kind }) => kind === 'confirm-consumers')).toMatchObject({
      state: 'person',
      consumers: [{ name: 'Portal', at: null }],
    });
    const went = await run('rotate-first');
    expect(went.steps.find(({ kind }) => kind === 'rotate')?.state).toBe('done');
    const { kid } = keyIn(desk, 'current');
    await desk.custodian.confirmConsumers({ tenant, kid });
    expect(list()[0]?.notes).toMatchObject([{ kid, kind: 'has', by: 'officer via test' }]);
    await confirm(keyIn(desk, 'previous').kid, { answer: 'let-go' });
    desk.advance(40 * DAY);
    const ended = await desk.custodian.runPlan({ tenant, hash: went.hash, reason: 'its last token ended' });
    expect(ended.complete).toBe(true);
  });
});

describe('the file for a consumer', () => {
  const fileFor = (part: object = {}) => desk.custodian.exportForConsumer({ tenant, consumer: 'Portal', ...part });

  it('is of the key that signs, and of the next one when it was given that', async () => {
    await add({ format: 'cer' });
    const [current, next] = [keyIn(desk, 'current'), keyIn(desk, 'next')];
    const given = await fileFor();
    expect(given.kids).toEqual([current.kid]);
    expect(new X509Certificate(given.file.bytes).raw.toString('base64')).toBe(current.certificate);
    await desk.custodian.recordConsumerExport({ tenant, consumer: 'Portal' }, given);
    expect(lastEntry()).toMatchObject({ action: 'consumer.exported', details: { consumer: 'Portal', format: 'cer' } });
    expect((await fileFor()).kids).toEqual([next.kid]);
    expect(list()[0]?.open).toMatchObject([
      { kid: next.kid, handedOutAt: null },
      { kid: current.kid, handedOutAt: '2026-11-22T08:00:00.000Z' },
    ]);
    expect((await fileFor({ kid: current.kid })).kids).toEqual([current.kid]);
  });

  it('holds the keys of its rings, where a file holds many', async () => {
    await desk.custodian.addRing({ tenant, name: 'devices', alg: 'ES256' });
    await desk.custodian.addRing({ tenant, name: 'spare', alg: 'ES384' });
    await add({ format: 'jwks', rings: ['default', 'devices'], verifier: 'jose' });
    const { file, kids } = await fileFor();
    const set = JSON.parse(Buffer.from(file.bytes).toString('utf8')) as { keys: { kid: string; alg: string }[] };
    expect(set.keys.map(({ kid }) => kid)).toEqual(kids);
    expect([...new Set(set.keys.map(({ alg }) => alg))]).toEqual(['RS256', 'ES256']);
    expect((await fileFor({ ring: 'devices' })).kids).toHaveLength(2);
    await expect(fileFor({ ring: 'spare' })).rejects.toThrow(refused('INPUT_INVALID'));
  });

  it('is refused where none is on record, or where it would be a guess', async () => {
    await add({ verifier: 'jose' });
    await expect(fileFor()).rejects.toThrow(refused('CONSUMER_NEEDS_NO_FILE'));
    await desk.custodian.addRing({ tenant, name: 'devices', alg: 'ES256' });
    await desk.custodian.editConsumer({ tenant, consumer: 'Portal', format: 'pem' });
    await expect(fileFor()).rejects.toThrow(refused('INPUT_INVALID', { field: 'ring' }));
    expect((await fileFor({ ring: 'devices' })).kids).toEqual([keyIn(desk, 'current', tenant, 'devices').kid]);
  });
});

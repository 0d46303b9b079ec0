// A next key, a rotation and its end, to the letter: what each answers, records and refuses, over keys that are quick to make.
import { beforeEach, describe, expect, it } from 'vitest';
import { rotateNow } from '../../../../main/acts/keys/keys.ts';
import { acmeForEach } from '../../../support/acme.ts';
import { aKey, aRing } from '../../../support/keys.ts';
import { whileAKeyIsMade } from '../../../support/meanwhile.ts';
import { after } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';
import { keyIn, keysOf, push } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';
const DAY = 86_400;
const { desk, kid, states, newest } = acmeForEach();

const changed = { code: 'RING_CHANGED', facts: { ring: 'default' } };

describe('a next key', () => {
  it.each([
    [undefined, true],
    [true, true],
    [false, false],
  ])('may leave unless somebody says that it may not: %s', async (exportable, kept) => {
    const before = kid('next');
    await desk.custodian.generateNext({ tenant, ...(exportable !== undefined && { exportable }) });
    expect([keyIn(desk, 'next').exportable, states()[before]]).toEqual([kept, 'replaced']);
    expect(newest()).toEqual([
      'key.generated',
      'Acme/default',
      { kid: kid('next'), exportable: kept, replaced: before },
    ]);
  });

  it('that was announced makes no room', async () => {
    await push(desk);
    const refused = { code: 'RING_NEXT_ANNOUNCED', facts: { ring: 'default', kid: kid('next') } };
    expect(await failureOf(desk.custodian.generateNext({ tenant }))).toMatchObject(refused);
  });

  it('is not made over another one that somebody made meanwhile', async () => {
    const made = whileAKeyIsMade(desk, () => desk.custodian.generateNext({ tenant })).generateNext({ tenant });
    expect(await failureOf(made)).toMatchObject(changed);
  });

  it('is not made twice over one that was announced meanwhile', async () => {
    const made = whileAKeyIsMade(desk, () => push(desk)).generateNext({ tenant });
    expect(await failureOf(made)).toMatchObject({ code: 'RING_NEXT_ANNOUNCED' });
  });
});

describe('a rotation', () => {
  it('brings next into use, and makes one that may leave as that one did', async () => {
    await desk.custodian.generateNext({ tenant, exportable: false });
    const [current, next] = [kid('current'), kid('next')];
    await desk.custodian.rotateRing({ tenant });
    expect([kid('current'), kid('previous')]).toEqual([next, current]);
    expect(keyIn(desk, 'next').exportable).toBe(false);
    const details = { current: next, previous: current, next: kid('next'), reason: null };
    expect(newest()).toEqual(['key.rotated', 'Acme/default', details]);
  });

  it('is of the key that was expected', async () => {
    const expectNext = kid('current');
    expect(await failureOf(desk.custodian.rotateRing({ tenant, expectNext }))).toMatchObject(changed);
    expect((await desk.custodian.rotateRing({ tenant, expectNext: kid('next') })).keys).toHaveLength(3);
  });

  it('is of no key that somebody else brought into use meanwhile', async () => {
    const rotated = whileAKeyIsMade(desk, () => desk.custodian.rotateRing({ tenant })).rotateRing({ tenant });
    expect(await failureOf(rotated)).toMatchObject(changed);
  });

  it('makes no key where keys are brought in', async () => {
    const own = { tenantId: keysOf(desk)[0]?.tenantId ?? '', ringId: 'own' };
    const [signs, waits] = [aKey({ kid: 'signs', state: 'current', ...own }), aKey({ kid: 'waits', ...own })];
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) => {
      writer.addRing({ ...aRing, id: 'own', name: 'own', tenantId: own.tenantId, brought: true });
      [signs, waits].forEach(writer.addKey);
    });
    await rotateNow(desk.ports, { tenant, ring: 'own', reason: 'yearly' }, 'apps-first');
    const details = { current: 'waits', previous: 'signs', next: null, reason: 'yearly', plan: 'apps-first' };
    expect(newest()).toEqual(['key.rotated', 'Acme/own', details]);
  });

  it('of a ring that has never signed has no previous key to tell of', async () => {
    const own = { tenantId: keysOf(desk)[0]?.tenantId ?? '', ringId: 'own' };
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) => {
      writer.addRing({ ...aRing, id: 'own', name: 'own', tenantId: own.tenantId, brought: true });
      writer.addKey(aKey({ kid: 'waits', ...own }));
    });
    await rotateNow(desk.ports, { tenant, ring: 'own' });
    expect(newest()?.[2]).toMatchObject({ current: 'waits', previous: null, next: null });
  });

  describe('in production', () => {
    beforeEach(() => desk.custodian.editTenant({ tenant, environment: 'production' }));
    const backUp = () =>
      desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
        writer.noteBackedUp(keysOf(desk), after(0)),
      );

    it('needs no rehearsal while nobody heard of the ring', async () => {
      backUp();
      await rotateNow(desk.ports, { tenant });
      expect(newest()?.[2]).not.toHaveProperty('unrehearsed');
    });

    it('needs one afterwards, or a reason, which is told', async () => {
      await push(desk);
      backUp();
      desk.advance(30 * DAY * 1000);
      const missing = await failureOf(rotateNow(desk.ports, { tenant }));
      expect(missing).toMatchObject({ code: 'PLAN_REHEARSAL_MISSING' });
      await rotateNow(desk.ports, { tenant, override: 'an emergency' });
      expect(newest()?.[2]).toMatchObject({ unrehearsed: true, overrideReason: 'an emergency' });
    });

    it('is asked for by a plan itself', async () => {
      await push(desk);
      backUp();
      desk.advance(30 * DAY * 1000);
      await rotateNow(desk.ports, { tenant }, 'rotate-first');
      expect(newest()?.[2]).toMatchObject({ plan: 'rotate-first' });
      expect(newest()?.[2]).not.toHaveProperty('unrehearsed');
    });
  });
});

describe('a rotation that is taken back', () => {
  it('is told with both keys', async () => {
    const before = states();
    await desk.custodian.rotateRing({ tenant });
    const [abandoned, replaced] = [kid('current'), kid('next')];
    await desk.custodian.abortRotation({ tenant, reason: 'wrong tenant' });
    expect(states()).toEqual({ ...before, [replaced]: 'replaced' });
    const details = { abandoned, reason: 'wrong tenant', replaced };
    expect(newest()).toEqual(['key.rotation-aborted', 'Acme/default', details]);
  });

  it('is refused in a ring where nothing rotated', async () => {
    const refused = { code: 'ROTATION_HAS_EFFECT', facts: { ring: 'default' } };
    expect(await failureOf(desk.custodian.abortRotation({ tenant, reason: 'r' }))).toMatchObject(refused);
    const { tenantId = '' } = keysOf(desk)[0] ?? {};
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
      writer.addRing({ ...aRing, id: 'own', name: 'own', tenantId, brought: true }),
    );
    expect(await failureOf(desk.custodian.abortRotation({ tenant, ring: 'own', reason: 'r' }))).toMatchObject({
      code: 'ROTATION_HAS_EFFECT',
      facts: { ring: 'own' },
    });
  });
});

// The acts on the register of consumers, to the letter: what is kept and recorded, what is refused, and which key a file holds.
import { describe, expect, it } from 'vitest';
import {
  addConsumer,
  assertVerifies,
  confirmConsumer,
  editConsumer,
  listConsumers,
  pinnedAt,
  removeConsumer,
} from '../../../../main/acts/consumers/consumers.ts';
import { exportForConsumer, recordConsumerExport } from '../../../../main/acts/consumers/consumer-export.ts';
import type { ActArgs } from '../../../../shared/contract.ts';
import type { Consumer, ConsumerNote } from '../../../../shared/domain/consumers/consumer.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import type { KeyRing } from '../../../../shared/domain/key-ring/ring.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aConsumer } from '../../../support/consumers.ts';
import { aKey, aRing, aTenant } from '../../../support/keys.ts';
import { after, newestEntries, putOnRecord } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';
import { keyIn, kidIn } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';
const desk = deskForEach();
const refusing = (code: string, facts: object) => expect.objectContaining({ code, facts }) as Error;
const list = () => listConsumers(desk.ports, { tenant });
const newest = () => newestEntries(desk, 1)[0];

const BLANK = { verifier: 'pinned', cacheSeconds: null, contact: null, format: null, rings: null, note: null } as const;
const add = (part: Partial<ActArgs<'consumer.add'>> = {}) =>
  addConsumer(desk.ports, { tenant, name: 'Portal', ...BLANK, ...part });
const edit = (part: Omit<ActArgs<'consumer.edit'>, 'tenant' | 'consumer'>, consumer = 'portal') =>
  editConsumer(desk.ports, { tenant, consumer, ...part });
const register = (
  part: Partial<Consumer> = {},
  notes: readonly Pick<ConsumerNote, 'kid' | 'kind'>[] = [],
): Consumer => {
  const { consumer } = aConsumer(part);
  desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) => {
    writer.addConsumer(consumer);
    notes.forEach((note) => writer.addConsumerNote({ consumerId: consumer.id, at: after(-1), ...note }));
  });
  return consumer;
};

const second: KeyRing = { ...aRing, id: 'second', name: 'Second' };
const current = aKey({ kid: 'now', state: 'current', currentAt: after(-9) });
const next = aKey({ kid: 'next' });
const previous = aKey({ kid: 'before', state: 'previous', currentAt: after(-99), previousAt: after(-9) });
const started = (keys: SigningKey[] = [current, next, previous]) => putOnRecord(desk, { rings: [aRing, second], keys });

describe('a consumer that is added', () => {
  it('is kept as it was said, with its rings as they are called, once each', () => {
    started();
    const said = { contact: 'ops', format: 'cer', note: 'at night' } as const;
    const view = add({ ...said, rings: ['SECOND', 'second', 'default'] });
    const consumer = {
      id: expect.any(String) as string,
      tenantId: 'tenant',
      name: 'Portal',
      ...BLANK,
      ...said,
      rings: ['Second', 'default'],
      createdAt: after(0),
    };
    expect(view.consumer).toEqual(consumer);
    expect(view).toMatchObject({ keepsSeconds: null, notes: [] });
    expect(list().map((one) => one.consumer)).toEqual([consumer]);
    const details = { consumer: 'Portal', name: 'Portal', ...BLANK, ...said, rings: ['SECOND', 'second', 'default'] };
    expect(newest()).toEqual(['consumer.added', tenant, details]);
  });

  it('is asked about the keys that it needs, and no more than those', () => {
    started();
    expect(add().open).toEqual([
      { ring: 'default', kid: 'next', state: 'next', answer: 'has', handedOutAt: null },
      { ring: 'default', kid: 'now', state: 'current', answer: 'has', handedOutAt: null },
      { ring: 'default', kid: 'before', state: 'previous', answer: 'let-go', handedOutAt: null },
    ]);
    expect(add({ name: 'Other', rings: ['second'] }).open).toEqual([]);
    expect(add({ name: 'Gateway', verifier: 'jose' })).toMatchObject({ open: [], keepsSeconds: 600 });
    expect(add({ name: 'Slow', verifier: 'jose', cacheSeconds: 9 }).keepsSeconds).toBe(9);
  });

  it('has a name of its own, a cache where it has one, and rings that there are', () => {
    started();
    add();
    expect(() => add({ name: 'PORTAL' })).toThrow(refusing('CONSUMER_EXISTS', { tenant, consumer: 'PORTAL' }));
    expect(() => add({ name: 'Other', cacheSeconds: 0 })).toThrow(
      refusing('INPUT_INVALID', { field: 'cacheSeconds', problem: { code: 'no-cache' } }),
    );
    expect(() => add({ name: 'Other', rings: ['none'] })).toThrow(refusing('RING_NOT_FOUND', { tenant, ring: 'none' }));
    expect(list()).toHaveLength(1);
  });
});

describe('a consumer that is edited', () => {
  it('keeps what is left out, and what is said to be undefined', () => {
    started();
    const { consumer } = add({ contact: 'ops', format: 'cer', rings: ['second'] });
    expect(edit({ note: 'new', contact: undefined }).consumer).toEqual({ ...consumer, note: 'new' });
    expect(newest()).toEqual(['consumer.edited', tenant, { consumer: 'portal', note: 'new' }]);
    expect(edit({ rings: null, contact: null }).consumer).toMatchObject({ rings: null, contact: null });
  });

  it('may be called as before in other letters, and as no other', () => {
    started();
    add();
    add({ name: 'Other' });
    expect(edit({ name: 'PORTAL' }).consumer.name).toBe('PORTAL');
    expect(() => edit({ name: 'other' })).toThrow(refusing('CONSUMER_EXISTS', { tenant, consumer: 'other' }));
    expect(() => edit({ note: 'x' }, 'nobody')).toThrow(refusing('CONSUMER_NOT_FOUND', { tenant, consumer: 'nobody' }));
  });

  it('forgets its cache when it holds keys by hand from now on, unless one is named', () => {
    started();
    add({ verifier: 'jose', cacheSeconds: 9 });
    expect(edit({ note: 'x' }).consumer.cacheSeconds).toBe(9);
    expect(() => edit({ verifier: 'pinned', cacheSeconds: 9 })).toThrow(
      refusing('INPUT_INVALID', { field: 'cacheSeconds', problem: { code: 'no-cache' } }),
    );
    expect(edit({ verifier: 'pinned' }).consumer).toMatchObject({ verifier: 'pinned', cacheSeconds: null });
  });
});

it('a consumer that is removed is told with how it verified', () => {
  started();
  add({ verifier: 'jose' });
  add({ name: 'Other' });
  expect(removeConsumer(desk.ports, { tenant, consumer: 'PORTAL' })).toBeNull();
  expect(newest()).toEqual(['consumer.removed', tenant, { consumer: 'Portal', verifier: 'jose' }]);
  expect(list().map(({ consumer }) => consumer.name)).toEqual(['Other']);
  expect(() => removeConsumer(desk.ports, { tenant, consumer: 'Portal' })).toThrow(
    refusing('CONSUMER_NOT_FOUND', { tenant, consumer: 'Portal' }),
  );
});

describe('an answer of consumers', () => {
  const confirm = (kid: string, answer: 'has' | 'let-go', consumer?: string) =>
    confirmConsumer(desk.ports, { tenant, kid, answer, ...(consumer !== undefined && { consumer }) });

  it('is that of the one that is named', () => {
    started();
    add();
    add({ name: 'Other' });
    const views = confirm('now', 'has', 'portal');
    expect(views.map(({ consumer }) => consumer.name)).toEqual(['Portal']);
    expect(views[0]?.notes).toMatchObject([{ kid: 'now', kind: 'has', at: after(0), by: 'officer via test' }]);
    const details = { kid: 'now', ring: 'default', answer: 'has', consumers: ['Portal'] };
    expect(newest()).toEqual(['consumer.confirmed', tenant, details]);
    expect(list().map(({ notes }) => notes.length)).toEqual([1, 0]);
  });

  it('is that of all that hold keys by hand where none is named', () => {
    started();
    add();
    add({ name: 'Gateway', verifier: 'jose' });
    add({ name: 'Elsewhere', rings: ['second'] });
    add({ name: 'Other' });
    expect(confirm('now', 'has').map(({ consumer }) => consumer.name)).toEqual(['Portal', 'Other']);
    expect(newest()?.[2]).toMatchObject({ consumers: ['Portal', 'Other'] });
    const pinned = desk.ports.registry.read((reader) => pinnedAt(reader, aTenant, second));
    expect(pinned.map(({ name }) => name)).toEqual(['Portal', 'Elsewhere', 'Other']);
  });

  const revocation = { reason: 'old', compromised: false, compromisedSince: null };
  const gone = aKey({ kid: 'gone', state: 'revoked', revokedAt: after(-1), revocation });
  const received = { action: 'confirming-received', needs: 'next-or-current' };
  const letGo = { action: 'confirming-let-go', needs: 'previous-or-revoked' };

  it.each<[string, 'has' | 'let-go', object | null]>([
    ['next', 'has', null],
    ['now', 'has', null],
    ['before', 'has', { state: 'previous', ...received }],
    ['gone', 'has', { state: 'revoked', ...received }],
    ['next', 'let-go', { state: 'next', ...letGo }],
    ['now', 'let-go', { state: 'current', ...letGo }],
    ['before', 'let-go', null],
    ['gone', 'let-go', null],
  ])('about the key %s may be %s', (kid, answer, facts) => {
    started([current, next, previous, gone]);
    add();
    if (facts === null) {
      expect(confirm(kid, answer)).toHaveLength(1);
    } else {
      expect(() => confirm(kid, answer)).toThrow(refusing('KEY_STATE', { kid, ...facts }));
    }
  });

  it('is not asked of one that does not verify the ring', () => {
    started();
    add({ rings: ['second'] });
    const problem = { code: 'not-of-ring', consumer: 'Portal', ring: 'default' };
    expect(() => confirm('now', 'has', 'Portal')).toThrow(refusing('INPUT_INVALID', { field: 'consumer', problem }));
    expect(() => assertVerifies(aConsumer({ rings: ['SECOND'] }).consumer, second)).not.toThrow();
  });
});

describe('the file of a consumer', () => {
  const order = (part: object = {}) => exportForConsumer(desk.ports, { tenant, consumer: 'Portal', ...part });
  const kidsOf = async (part: object = {}) => (await order(part)).kids;

  /** With keys that can be written. */
  async function open(part: Partial<Consumer> = {}, notes: readonly Pick<ConsumerNote, 'kid' | 'kind'>[] = []) {
    const { tenant: added } = await desk.custodian.addTenant({ ...ACME, alg: 'ES256' });
    return register({ tenantId: added.id, name: 'Portal', format: 'cer', ...part }, notes);
  }
  const kid = (state: 'current' | 'next') => kidIn(desk, tenant, state);

  it('is none where it fetches the set by itself', async () => {
    await open({ format: null });
    expect(await failureOf(order())).toMatchObject({ code: 'CONSUMER_NEEDS_NO_FILE', facts: { consumer: 'Portal' } });
  });

  it('holds the key that signs, until the consumer was given it or has it: then the next', async () => {
    const { id: consumerId } = await open();
    const note = (about: string, kind: ConsumerNote['kind']) =>
      desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
        writer.addConsumerNote({ consumerId, kid: about, kind, at: after(0) }),
      );
    expect(await kidsOf()).toEqual([kid('current')]);
    note(kid('current'), 'let-go');
    expect(await kidsOf()).toEqual([kid('current')]);
    note(kid('current'), 'handed-out');
    expect(await kidsOf()).toEqual([kid('next')]);
    note(kid('next'), 'has');
    expect(await kidsOf()).toEqual([kid('current')]);
  });

  it('does not follow what others were given', async () => {
    const { tenantId } = await open();
    register({ tenantId, name: 'Other' }, [{ kid: kid('current'), kind: 'has' }]);
    expect(await kidsOf()).toEqual([kid('current')]);
  });

  it('is of the key that is named', async () => {
    await open();
    const { file, kids } = await order({ kid: kid('next') });
    expect(kids).toEqual([kid('next')]);
    expect(file).toMatchObject({ format: 'cer', fileName: expect.stringMatching(/^acme-next-/) as string });
    expect(await failureOf(order({ kid: 'none' }))).toMatchObject({ code: 'KEY_NOT_FOUND' });
  });

  it('wants one ring where it holds one key', async () => {
    await open();
    await desk.custodian.addRing({ tenant, alg: 'ES256', name: 'Second Ring' });
    const which = (rings: number) => ({
      code: 'INPUT_INVALID',
      facts: { field: 'ring', problem: { code: 'which-ring', consumer: 'Portal', rings } },
    });
    expect(await failureOf(order())).toMatchObject(which(2));
    expect(await kidsOf({ ring: 'default' })).toEqual([kid('current')]);
    expect(await failureOf(order({ ring: 'none' }))).toMatchObject({ code: 'RING_NOT_FOUND' });
  });

  it('is of no ring that the consumer does not verify', async () => {
    await open({ rings: ['second ring'] });
    const { keys } = await desk.custodian.addRing({ tenant, alg: 'ES256', name: 'Second Ring' });
    const problem = { code: 'not-of-ring', consumer: 'Portal', ring: 'default' };
    const refused = { code: 'INPUT_INVALID', facts: { field: 'consumer', problem } };
    expect(await failureOf(order({ ring: 'default' }))).toMatchObject(refused);
    expect(await failureOf(order({ kid: kid('current') }))).toMatchObject(refused);
    expect(await kidsOf()).toEqual([keys.find(({ state }) => state === 'current')?.kid]);
  });

  it('is none of a ring without a key that signs or will', async () => {
    await open({ rings: ['own'] });
    await desk.custodian.addRing({ tenant, alg: 'ES256', name: 'own', empty: true });
    expect(await failureOf(order())).toMatchObject({ code: 'RING_HAS_NO_CURRENT', facts: { ring: 'own' } });
  });

  it('of a set holds the living keys of its rings, and is called by them', async () => {
    await open({ format: 'json', rings: ['default', 'Second Ring'] });
    await desk.custodian.addRing({ tenant, alg: 'ES256', name: 'Second Ring' });
    await desk.custodian.addRing({ tenant, alg: 'ES256', name: 'third' });
    await desk.custodian.rotateAndRevoke({ tenant, reason: 'drill', compromised: false });
    const { file, kids } = await order();
    expect(kids).toHaveLength(4);
    expect(file.fileName).toBe('acme-default-Second_Ring-keys.inventory.json');
    expect(Buffer.from(file.bytes).toString()).toContain(keyIn(desk, 'revoked').kid);
    expect((await order({ ring: 'third' }).catch((error: unknown) => error)) as object).toMatchObject({
      code: 'INPUT_INVALID',
    });
    expect((await order({ ring: 'default' })).file.fileName).toBe('acme-default-keys.inventory.json');
  });

  it('of all rings is called by none of them', async () => {
    await open({ format: 'jwks' });
    const { file, kids } = await order();
    expect(file.fileName).toBe('acme-published.jwks.json');
    expect(kids).toEqual([kid('current'), kid('next')]);
  });

  it('is on record with the keys that it brought', async () => {
    const { id } = await open();
    const file = { format: 'cer', fileName: 'a.cer', sha256: 'ab'.repeat(32) } as const;
    recordConsumerExport(desk.ports, { tenant, consumer: 'portal' }, { kids: [kid('current'), kid('next')], file });
    const details = { consumer: 'portal', kids: [kid('current'), kid('next')], ...file };
    expect(newest()).toEqual(['consumer.exported', tenant, details]);
    const notes = list().flatMap((view) => view.notes.map((note) => [note.consumerId, note.kid, note.kind, note.at]));
    expect(notes).toEqual([
      [id, kid('current'), 'handed-out', after(0)],
      [id, kid('next'), 'handed-out', after(0)],
    ]);
  });
});

// Finding what an officer named: names without regard to case, kids exactly; and records sorted out by what they belong to.
import { describe, expect, it } from 'vitest';
import { findConsumer, findKey, findRing, findTenant, keysOfRing, tenantInUse } from '../../../main/acts/find.ts';
import { groupBy } from '../../../main/acts/group-by.ts';
import type { RegistryReader } from '../../../main/ports/registry-reader.ts';
import { deskForEach } from '../../support/desk-for-each.ts';
import { aConsumer } from '../../support/consumers.ts';
import { aKey, aRing, aTenant, otherTenant } from '../../support/keys.ts';
import { after, putOnRecord } from '../../support/on-record.ts';

const desk = deskForEach();
const tenant = 'Acme';
const ask = <T>(question: (reader: RegistryReader) => T): T => desk.ports.registry.read(question);
const second = { ...aRing, id: 'second', name: 'Second' };

describe('what is named', () => {
  it('is found', () => {
    const keys = [aKey({ kid: 'ours' }), aKey({ kid: 'other', ringId: 'second' })];
    putOnRecord(desk, { rings: [aRing, second], keys });
    const consumers = [aConsumer({ name: 'Portal' }).consumer, aConsumer({ name: 'Other' }).consumer];
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
      consumers.forEach(writer.addConsumer),
    );
    expect(ask((reader) => findTenant(reader, 'ACME'))).toEqual(aTenant);
    expect(ask((reader) => tenantInUse(reader, 'acme'))).toEqual(aTenant);
    expect(ask((reader) => findRing(reader, aTenant)).name).toBe('default');
    expect(ask((reader) => findRing(reader, aTenant, 'SECOND')).name).toBe('Second');
    expect(ask((reader) => findConsumer(reader, aTenant, 'OTHER'))).toEqual(consumers[1]);
    expect(ask((reader) => findKey(reader, aTenant, 'other'))).toEqual(keys[1]);
    expect(ask((reader) => keysOfRing(reader, second))).toEqual([keys[1]]);
  });

  it('is found by its exact name where two were given that are one now', () => {
    const [composed, apart] = ['Zür', 'Zu\u0308r'].map((name) => ({ ...aRing, id: name, name }));
    putOnRecord(desk, { rings: [composed ?? aRing, apart ?? aRing] });
    putOnRecord(desk, { tenant: otherTenant({ id: 'one', name: 'MÜLLER' }), rings: [] });
    putOnRecord(desk, { tenant: otherTenant({ id: 'two', name: 'Müller' }), rings: [] });
    for (const name of [composed?.name, apart?.name]) {
      expect(ask((reader) => findRing(reader, aTenant, name)).name).toBe(name);
    }
    for (const name of ['MÜLLER', 'Müller']) {
      expect(ask((reader) => findTenant(reader, name)).name).toBe(name);
    }
    expect(ask((reader) => findRing(reader, aTenant, 'ZÜR')).name).toBe(composed?.name);
  });

  it.each<[string, object, (reader: RegistryReader) => unknown]>([
    ['TENANT_NOT_FOUND', { tenant: 'Nobody' }, (reader) => findTenant(reader, 'Nobody')],
    ['TENANT_NOT_FOUND', { tenant: 'Nobody' }, (reader) => tenantInUse(reader, 'Nobody')],
    ['RING_NOT_FOUND', { tenant, ring: 'none' }, (reader) => findRing(reader, aTenant, 'none')],
    ['CONSUMER_NOT_FOUND', { tenant, consumer: 'none' }, (reader) => findConsumer(reader, aTenant, 'none')],
    ['KEY_NOT_FOUND', { tenant, kid: 'OURS' }, (reader) => findKey(reader, aTenant, 'OURS')],
  ])('is missed: %s %j', (code, facts, find) => {
    putOnRecord(desk, { keys: [aKey({ kid: 'ours' })] });
    expect(() => ask(find)).toThrow(expect.objectContaining({ code, facts }) as Error);
  });

  it('is not used where it was put aside', () => {
    putOnRecord(desk, { tenant: { ...aTenant, archive: { at: after(0), reason: 'gone' } } });
    expect(() => ask((reader) => tenantInUse(reader, tenant))).toThrow(
      expect.objectContaining({ code: 'TENANT_ARCHIVED', facts: { tenant, at: after(0) } }) as Error,
    );
  });
});

it('records are sorted out in their order', () => {
  expect([...groupBy(['a1', 'b1', 'a2'], ([letter = '']) => letter)]).toEqual([
    ['a', ['a1', 'a2']],
    ['b', ['b1']],
  ]);
  expect([...groupBy([], () => '')]).toEqual([]);
});

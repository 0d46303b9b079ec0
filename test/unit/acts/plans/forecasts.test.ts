// The due list over a fleet: what each ring brings into it, and for whom it is asked.
import { describe, expect, it } from 'vitest';
import { dueCalendar, dueEvents } from '../../../../main/acts/plans/forecasts.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../../shared/domain/tenant/tenant.ts';
import { DEFAULT_TERMS } from '../../../../shared/domain/timing/policy.ts';
import { plusDays } from '../../../../shared/domain/timing/instants.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aConsumer } from '../../../support/consumers.ts';
import { aKey, aRing, aTenant, otherTenant } from '../../../support/keys.ts';
import { after, putOnRecord } from '../../../support/on-record.ts';

const desk = deskForEach();
const NOW = after(0);
const due = (args: Partial<Parameters<typeof dueEvents>[1]> = {}) => dueEvents(desk.ports, { days: 3650, ...args });
const brief = (args: Partial<Parameters<typeof dueEvents>[1]> = {}) =>
  due(args).map(({ kind, tenant, ring, kid, at }) => [kind, tenant, ring, kid, at]);
const kinds = () => due().map(({ kind }) => kind);

const current = (part: Partial<SigningKey> = {}): SigningKey =>
  aKey({
    kid: 'now',
    state: 'current',
    currentAt: NOW,
    announcedAt: NOW,
    certificateEndsAt: after(9_999_999_999),
    ...part,
  });
const addOther = (part: Partial<Tenant> = {}, keys: SigningKey[] = []) =>
  putOnRecord(desk, { tenant: otherTenant(part), rings: [{ ...aRing, id: 'other ring', tenantId: 'other' }], keys });
const theirs = (part: Partial<SigningKey> = {}) =>
  current({ kid: 'theirs', tenantId: 'other', ringId: 'other ring', ...part });
const rotationAt = (tenant: Tenant) => plusDays(NOW, DEFAULT_TERMS[tenant.environment].rotateEveryDays);
const rotation = (tenant: string, kid: string, at: string, ring = 'default') => ['rotation-due', tenant, ring, kid, at];

it('nothing is due where nothing signs', () => {
  putOnRecord(desk);
  expect(due()).toEqual([]);
});

it('each ring brings its own keys, in the order of what is due', () => {
  const second = { ...aRing, id: 'second', name: 'second' };
  const third = { ...aRing, id: 'third', name: 'empty' };
  putOnRecord(desk, {
    rings: [aRing, second, third],
    keys: [current(), current({ kid: 'earlier', ringId: 'second', currentAt: plusDays(NOW, -1) })],
  });
  addOther({}, [theirs()]);
  const at = rotationAt(aTenant);
  const found = brief().filter(([kind]) => kind === 'rotation-due');
  expect(found[0]).toEqual(rotation('Acme', 'earlier', plusDays(at, -1), 'second'));
  expect(found.slice(1)).toEqual(
    expect.arrayContaining([rotation('Acme', 'now', at), rotation('Other', 'theirs', at)]) as unknown,
  );
  expect(found).toHaveLength(3);
});

describe('of a fleet', () => {
  const seen = (args: Partial<Parameters<typeof dueEvents>[1]>) => [...new Set(due(args).map(({ tenant }) => tenant))];

  it.each<[Partial<Parameters<typeof dueEvents>[1]>, string[]]>([
    [{}, ['Acme', 'Other']],
    [{ environment: 'development' }, ['Acme']],
    [{ environment: 'production' }, ['Other']],
    [{ environment: 'staging' }, []],
    [{ tenant: 'ACME' }, ['Acme']],
    [{ tenant: 'other', environment: 'production' }, ['Other']],
    [{ tenant: 'other', environment: 'development' }, []],
    [{ tenant: 'nobody' }, []],
  ])('are those that are asked for: %j', (args, names) => {
    putOnRecord(desk, { keys: [current()] });
    addOther({ environment: 'production' }, [theirs()]);
    expect(seen(args).toSorted()).toEqual(names);
  });
});

it.each([
  [89, 0],
  [90, 1],
])('is asked for so many days ahead: within %i', (days, found) => {
  putOnRecord(desk, { keys: [current()] });
  expect(due({ days }).filter(({ kind }) => kind === 'rotation-due')).toHaveLength(found);
});

it('each tenant lives by its policy, or by the terms of its environment', () => {
  const terms = { ...DEFAULT_TERMS.development, rotateEveryDays: 7 };
  desk.ports.registry.change({ action: 'test', subject: 'Acme', details: {} }, (writer) => {
    writer.addPolicy({ id: 'weekly', name: 'Weekly', terms });
    writer.addPolicy({ id: 'another', name: 'Another', terms: { ...terms, rotateEveryDays: 9 } });
  });
  putOnRecord(desk, { tenant: { ...aTenant, policyId: 'weekly' }, keys: [current()] });
  addOther({}, [theirs()]);
  expect(brief().filter(([kind]) => kind === 'rotation-due')).toEqual([
    rotation('Acme', 'now', plusDays(NOW, 7)),
    rotation('Other', 'theirs', rotationAt(aTenant)),
  ]);
});

describe('the day by which a key is to be announced', () => {
  const WEEK = 7 * 86_400;
  const next = (part: Partial<SigningKey> = {}) => aKey({ kid: 'next', ...part });
  const dates = () =>
    Object.fromEntries(due().flatMap(({ kind, at, kid }) => (kind === 'announce-by' ? [[kid, at]] : [])));
  const earlier = (before: string | undefined, now: string | undefined) =>
    (Date.parse(before ?? '') - Date.parse(now ?? '')) / 1000;
  const register = (rings: string[] | null, tenantId = 'tenant') =>
    desk.ports.registry.change({ action: 'test', subject: 'Acme', details: {} }, (writer) =>
      writer.addConsumer(aConsumer({ tenantId, verifier: 'jose', cacheSeconds: WEEK, rings }).consumer),
    );

  it('follows the caches of those that verify the ring, of this tenant', () => {
    putOnRecord(desk, { keys: [current(), next()] });
    addOther({}, [theirs(), next({ kid: 'their next', tenantId: 'other', ringId: 'other ring' })]);
    const alone = dates();
    expect(Object.keys(alone).toSorted()).toEqual(['next', 'their next']);
    register(['second']);
    expect(dates()).toEqual(alone);
    register(null);
    const now = dates();
    expect(now['their next']).toBe(alone['their next']);
    expect(earlier(alone['next'], now['next'])).toBeGreaterThan(WEEK / 2);
    register(['default'], 'other');
    expect(dates()['their next']).toBe(now['next']);
  });

  it('follows what was seen of the caches of this tenant', () => {
    const cacheSeen = { seconds: WEEK, onErrorSeconds: WEEK, header: `max-age=${WEEK}` };
    putOnRecord(desk, { tenant: { ...aTenant, cacheSeen }, keys: [current(), next()] });
    addOther({}, [theirs(), next({ kid: 'their next', tenantId: 'other', ringId: 'other ring' })]);
    const { next: ours, 'their next': theirDate } = dates();
    expect(earlier(theirDate, ours)).toBe(WEEK);
  });
});

describe('whoever is put aside', () => {
  const revocation = { reason: 'leaked', compromised: true, compromisedSince: null };
  const leaked = aKey({ kid: 'leaked', state: 'revoked', revokedAt: NOW, revocation, announcedAt: NOW });
  const archive = { at: NOW, reason: 'gone' };

  it('is told of a compromised key that may be public, and of nothing else', () => {
    putOnRecord(desk, { keys: [current(), leaked] });
    expect(kinds()).toEqual(expect.arrayContaining(['compromised-public', 'rotation-due']) as unknown);
    desk.ports.registry.change({ action: 'test', subject: 'Acme', details: {} }, (writer) =>
      writer.updateTenant({ ...aTenant, archive }),
    );
    expect(brief().map(([kind, , , kid]) => [kind, kid])).toEqual([['compromised-public', 'leaked']]);
  });

  it('is another than whose key leaked', () => {
    putOnRecord(desk, { keys: [leaked] });
    addOther({ archive });
    expect(due().map(({ tenant }) => tenant)).toEqual(['Acme']);
  });
});

it('copies that may still be there are due where the key was revoked', () => {
  const revocation = { reason: 'old', compromised: false, compromisedSince: null };
  putOnRecord(desk, { keys: [aKey({ kid: 'gone', state: 'revoked', revokedAt: NOW, revocation })] });
  addOther({}, [theirs()]);
  expect(kinds()).not.toContain('copies-left');
  desk.ports.registry.change({ action: 'test', subject: 'Acme', details: {} }, (writer) =>
    writer.addHandOver('tenant', {
      at: NOW,
      tenant: 'Acme',
      kid: 'gone',
      format: 'pkcs8',
      protection: 'AES',
      to: 'Ops',
      recipient: null,
      sha256: 'ab'.repeat(32),
    }),
  );
  expect(
    brief()
      .filter(([kind]) => kind === 'copies-left')
      .map(([, name, , kid]) => [name, kid]),
  ).toEqual([['Acme', 'gone']]);
});

it('a ring that its tenant cannot publish waits for no publication', () => {
  const ring = { ...aRing, alg: 'Ed25519', bits: null } as const;
  const unpublished = () => due().map((event) => [event.kind, event.at]);
  putOnRecord(desk, {
    tenant: { ...aTenant, endpoint: 'auth0' },
    rings: [ring],
    keys: [current(), aKey({ kid: 'next' })],
  });
  const apart = unpublished();
  desk.ports.registry.change({ action: 'test', subject: 'Acme', details: {} }, (writer) =>
    writer.updateTenant({ ...aTenant, endpoint: 'jwks', jwksUrl: 'https://id.acme.example/jwks' }),
  );
  expect(unpublished()).not.toEqual(apart);
});

it('the calendar holds what is due, and calls off what does not come', () => {
  const revocation = { reason: 'old', compromised: false, compromisedSince: null };
  const gone = current({ kid: 'gone', id: 'gone', state: 'revoked', revokedAt: NOW, revocation });
  putOnRecord(desk, { keys: [current({ id: 'now' }), gone] });
  const calendar = dueCalendar(desk.ports, { days: 120 });
  const events = calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
  const uids = (of: readonly string[]) => of.map((text) => /UID:(.+?)@/.exec(text)?.[1]);
  const off = events.filter((text) => text.includes('STATUS:CANCELLED'));
  expect(uids(events.filter((text) => !off.includes(text)))).toEqual(due({ days: 120 }).map(({ id }) => id));
  expect(uids(off)).toContain('gone.rotation-due');
  expect(calendar).toContain(`DTSTAMP:${NOW.slice(0, 19).replaceAll(/[-:]/g, '')}Z`);
});

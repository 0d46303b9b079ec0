// What clocks and plans are computed from, as the registry has it, and what the doors are shown of a tenant.
import { describe, expect, it } from 'vitest';
import { clockFacts, planFacts, policyOf, registeredConsumers, ringClocks } from '../../../main/acts/ring-facts.ts';
import { ringView, tenantView } from '../../../main/acts/views.ts';
import type { RegistryReader } from '../../../main/ports/registry-reader.ts';
import type { RegistryWriter } from '../../../main/ports/registry-writer.ts';
import { approvalPlace } from '../../../shared/domain/approval.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { DEFAULT_TERMS } from '../../../shared/domain/timing/policy.ts';
import { clocksOf } from '../../../shared/domain/timing/clocks.ts';
import { ACME } from '../../support/desk.ts';
import { deskForEach } from '../../support/desk-for-each.ts';
import { aConsumer } from '../../support/consumers.ts';
import { aKey, aRing, aTenant } from '../../support/keys.ts';
import { after, aPublication, putOnRecord } from '../../support/on-record.ts';

const desk = deskForEach();
const ask = <T>(question: (reader: RegistryReader) => T): T => desk.ports.registry.read(question);
const write = (work: (writer: RegistryWriter) => void) =>
  desk.ports.registry.change({ action: 'test', subject: 'Acme', details: {} }, work);
const second: KeyRing = { ...aRing, id: 'second', name: 'Second' };
const current = aKey({ kid: 'now', state: 'current', currentAt: after(-9) });
const next = aKey({ kid: 'next' });
const elsewhere = aKey({ kid: 'elsewhere', ringId: 'second' });
const keys = [current, next, elsewhere];
const cacheSeen = { seconds: 60, onErrorSeconds: 90, header: 'max-age=60' };
const tenant: Tenant = { ...aTenant, cacheSeen, policyId: 'quarterly' };
const terms = { ...DEFAULT_TERMS.development, rotateEveryDays: 7 };
const policy = { id: 'quarterly', name: 'Quarterly', terms };
const start = (records: Parameters<typeof putOnRecord>[1] = {}) => {
  write((writer) => {
    writer.addPolicy({ id: 'another', name: 'Another', terms: DEFAULT_TERMS.development });
    writer.addPolicy(policy);
  });
  putOnRecord(desk, { tenant, rings: [aRing, second], keys, ...records });
};
const [ofRing, ofAll, ofSecond] = [
  aConsumer({ id: 'one', rings: ['DEFAULT'] }, [{ kid: 'now', kind: 'handed-out' }]),
  aConsumer({ id: 'all' }, [
    { kid: 'now', kind: 'has' },
    { kid: 'next', kind: 'handed-out' },
  ]),
  aConsumer({ id: 'two', rings: ['Second'] }, [{ kid: 'elsewhere', kind: 'handed-out' }]),
];
const register = () =>
  write((writer) => {
    for (const { consumer, notes } of [ofRing, ofAll, ofSecond]) {
      writer.addConsumer(consumer);
      notes.forEach(({ by: _by, ...note }) => writer.addConsumerNote(note));
    }
  });
const noted = ({ consumer, notes }: typeof ofRing) => ({
  consumer,
  notes: notes.map((note) => ({ ...note, by: 'officer via test' })),
});

describe('a policy', () => {
  it('is that by which the tenant lives', () => {
    start();
    expect(ask((reader) => policyOf(reader, tenant))).toEqual(policy);
    expect(ask((reader) => policyOf(reader, aTenant))).toBeNull();
  });
});

describe('the consumers', () => {
  it('come each with its own notes', () => {
    start();
    expect(ask((reader) => registeredConsumers(reader, tenant))).toEqual([]);
    register();
    expect(ask((reader) => registeredConsumers(reader, tenant))).toEqual([ofRing, ofAll, ofSecond].map(noted));
  });
});

describe('the facts of clocks', () => {
  it('are those of the ring, its tenant, and the consumers that verify it', () => {
    start();
    register();
    const facts = { keys: [current, next], terms, cacheSeen, consumers: [ofRing, ofAll].map(noted) };
    expect(ask((reader) => clockFacts(reader, tenant, aRing))).toEqual(facts);
    expect(ask((reader) => ringClocks(reader, tenant, aRing))).toEqual({
      now: clocksOf(current, facts),
      next: clocksOf(next, facts),
    });
  });
});

describe('the facts of a plan', () => {
  it('are besides what was published, proven, handed out and confirmed', () => {
    const publications = [aPublication([current], { at: after(-5) }), aPublication([next], { at: after(-3) })];
    start({ publications });
    register();
    const proof = {
      ok: true,
      at: after(-2),
      jwksUrl: 'u',
      kid: 'now',
      jwksSha256: null,
      cacheControl: null,
      steps: [],
    };
    const [handed, confirmed] = [
      { kid: 'next', kind: 'handed-out', at: after(-2) },
      { kid: 'now', kind: 'confirmed', at: after(-1) },
    ] as const;
    write((writer) => {
      writer.addProof('tenant', proof);
      [handed, confirmed].forEach((note) => writer.addNote('tenant', note));
    });
    const byNote = (one: typeof ofRing) => noted(one).notes.filter(({ kind }) => kind === 'handed-out');
    expect(ask((reader) => planFacts(reader, tenant, aRing))).toEqual({
      ...ask((reader) => clockFacts(reader, tenant, aRing)),
      place: approvalPlace(tenant),
      published: true,
      publications: publications.toReversed(),
      proofs: [proof],
      waiting: [],
      handOuts: [handed, ...byNote(ofRing), ...byNote(ofAll)],
      confirmations: [confirmed],
    });
  });

  it('say that a ring cannot be published, and which keys have no place', () => {
    const ed: KeyRing = { ...aRing, alg: 'Ed25519', bits: null };
    start({ tenant: { ...tenant, endpoint: 'auth0' }, rings: [ed, second] });
    const facts = () => ask((reader) => planFacts(reader, { ...tenant, endpoint: 'auth0' }, ed));
    expect(facts().published).toBe(false);
  });

  it.each([
    [7, []],
    [8, ['elsewhere']],
    [9, ['next', 'elsewhere']],
  ])('count the places that others keep: with %i of them %j wait', (count, waiting) => {
    const others = Array.from({ length: count }, (_, number) => `theirs-${number}`);
    start({ publications: [aPublication([], { kids: [...others, 'now'] })] });
    expect(ask((reader) => planFacts(reader, tenant, aRing)).waiting).toEqual(waiting);
  });
});

it('where nothing was published every place is free', () => {
  const ring = (number: number): KeyRing => ({ ...aRing, id: `ring-${number}`, name: `ring ${number}` });
  const of = (number: number) => aKey({ kid: `now-${number}`, ringId: `ring-${number}`, state: 'current' });
  const numbers = Array.from({ length: 11 }, (_, number) => number);
  start({ rings: [aRing, ...numbers.slice(0, 10).map(ring)], keys: numbers.slice(0, 10).map(of) });
  const waiting = () => ask((reader) => planFacts(reader, tenant, aRing)).waiting;
  expect(waiting()).toEqual([]);
  write((writer) => {
    writer.addRing(ring(10));
    writer.addKey(of(10));
  });
  expect(waiting()).toEqual(['now-10']);
});

describe('what is shown', () => {
  it('of a ring are its keys in the order of a lane, with their clocks and their worth', () => {
    const brought = aKey({ kid: 'brought', provenance: { kind: 'imported', source: 'PEM' } });
    start({ keys: [current, brought, elsewhere] });
    expect(ask((reader) => ringView(reader, tenant, aRing))).toEqual({
      ring: aRing,
      keys: [brought, current],
      clocks: ask((reader) => ringClocks(reader, tenant, aRing)),
      valued: { brought: 'imported' },
    });
  });

  it('of a tenant is all that is on record of it', () => {
    const rehearsal = { ...aTenant, id: 'trial', name: 'Trial', domain: 'trial.example', customDomain: null };
    const rehearsed = { ...tenant, rehearsalTenantId: 'trial' };
    putOnRecord(desk, { tenant: rehearsal, rings: [] });
    const last = aPublication([current], { at: after(-3) });
    start({ tenant: rehearsed, publications: [aPublication([], { at: after(-5) }), last] });
    write((writer) =>
      writer.keepForeign('tenant', { name: 'theirs', material: 'm', reason: 'of the portal', at: after(-1) }),
    );
    const view = ask((reader) => tenantView(reader, rehearsed, desk.ports.clock));
    expect(view).toEqual({
      tenant: rehearsed,
      rings: [aRing, second].map((ring) => ask((reader) => ringView(reader, rehearsed, ring))),
      lastPublication: last,
      drift: null,
      keptForeign: [expect.objectContaining({ name: 'theirs' })],
      certificateFaults: {},
      policy,
      rehearsalTenant: 'Trial',
    });
    expect(ask((reader) => tenantView(reader, aTenant, desk.ports.clock))).toMatchObject({
      policy: null,
      rehearsalTenant: null,
    });
  });

  it('of certificates are their faults, as long as their keys live', async () => {
    await desk.custodian.addTenant({ ...ACME, alg: 'ES256', name: 'Real' });
    const shown = () => desk.custodian.showTenant({ tenant: 'Real' });
    const kids = shown().rings.flatMap((ring) => ring.keys.map(({ kid }) => kid));
    expect(shown().certificateFaults).toEqual({});
    await desk.custodian.rotateAndRevoke({ tenant: 'Real', reason: 'drill', compromised: false });
    const [gone] = shown().rings.flatMap((ring) => ring.keys.filter(({ state }) => state === 'revoked'));
    desk.advance(30 * 365 * 86_400_000);
    const faults = shown().certificateFaults;
    expect(Object.values(faults)).toEqual([['ended'], ['ended']]);
    expect(Object.keys(faults)).not.toContain(gone?.kid);
    expect(kids).toContain(gone?.kid);
  });
});

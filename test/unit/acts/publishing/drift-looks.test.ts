// A look for drift against a place that does exactly what the test says: what it comes to, what is kept of it and recorded, and
// what a stranger sees while the vault is locked.
import { beforeEach, describe, expect, it } from 'vitest';
import { createCustodian, type Custodian } from '../../../../main/acts/custodian.ts';
import { CustodianError } from '../../../../shared/errors.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { HELD_AT, type HeldPlace, heldPlace } from '../../../support/held-place.ts';
import { after, newestEntries } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';
import { foreignKey } from '../../../support/remote-set.ts';
import { keyIn, kidIn, push } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';
let serverIs: number | null;
const desk = deskForEach({ serversAhead: () => serverIs });
let place: HeldPlace;
let custodian: Custodian;
/** Instead of an answer from outside. */
let unseen: Error | null;
let connects: Error | null;

beforeEach(async () => {
  serverIs = null;
  unseen = null;
  connects = null;
  place = heldPlace();
  const ports = place.at(desk.ports);
  const { listed } = ports.verifier;
  ports.verifier.listed = (...asked) => (unseen === null ? listed(...asked) : Promise.reject(unseen));
  const { connect } = ports.tenants;
  ports.tenants.connect = (...asked) => (connects === null ? connect(...asked) : Promise.reject(connects));
  custodian = createCustodian(ports);
  await custodian.addTenant({ ...ACME, alg: 'ES256' });
});

const look = () => custodian.lookForDrift({ tenant });
const kept = () => custodian.showTenant({ tenant }).drift;
const driftEntries = () => newestEntries(desk, 1000).filter(([action]) => action === 'drift.seen');
const timeout = new CustodianError('REMOTE_TIMEOUT', { host: 'id.acme.example', seconds: 4 });
const told = { code: 'REMOTE_TIMEOUT', facts: { host: 'id.acme.example', seconds: 4 } };
const refused = (status: number) =>
  new CustodianError('REMOTE_REFUSED', { host: 'id.acme.example', status, detail: null });
const whole = { tenant, at: after(0), keptForeign: [], unreadable: null, unseen: null, jwksUrl: HELD_AT };
const unreadable = () => {
  place.looks = () => timeout;
};

describe('a look', () => {
  it('asks nobody where nothing of the tenant is known outside', async () => {
    connects = timeout;
    expect(await look()).toEqual({ ...whole, jwksUrl: null, state: 'never-published', findings: [] });
    expect(kept()).toBeNull();
  });

  it('in a set as it was sent is in step, is kept, and leaves no entry', async () => {
    await push({ custodian });
    const report = { ...whole, state: 'in-step', findings: [] };
    expect(await look()).toEqual(report);
    expect(kept()).toEqual(report);
    expect(driftEntries()).toEqual([]);
  });

  it('that finds something leaves an entry, once for each change', async () => {
    await push({ custodian });
    place.keys = [...place.keys, foreignKey('theirs')];
    const findings = [{ kind: 'foreign', kid: 'theirs' }];
    expect(await look()).toEqual({ ...whole, state: 'drifted', findings });
    await look();
    expect(driftEntries()).toEqual([['drift.seen', tenant, { state: 'drifted', findings }]]);
    place.keys = place.keys.slice(0, 2);
    expect(await look()).toEqual({ ...whole, state: 'in-step', findings: [] });
    expect(driftEntries().slice(1)).toEqual([['drift.seen', tenant, { state: 'in-step', findings: [] }]]);
  });

  it('in the middle of a push is looked at again before it is an alarm', async () => {
    await push({ custodian });
    place.asked = [];
    place.looks = () => (place.asked.length === 1 ? [] : undefined);
    expect((await look()).state).toBe('in-step');
    expect(place.asked).toEqual(['read', 'read']);
  });

  it('that finds nothing is not repeated', async () => {
    await push({ custodian });
    place.asked = [];
    await look();
    expect(place.asked).toEqual(['read']);
  });

  it('confirms what was accepted before', async () => {
    const { takes } = place;
    place.takes = () => undefined;
    expect((await push({ custodian })).confirmedAt).toBeNull();
    await takes([keyIn(desk, 'current'), keyIn(desk, 'next')].map(({ jwk }) => ({ ...jwk })));
    await look();
    expect(custodian.showTenant({ tenant }).lastPublication?.confirmedAt).toBe(after(60));
  });

  it('records what was seen outside', async () => {
    place.listed = () => ({ kids: [], cacheControl: null });
    await push({ custodian });
    expect(keyIn(desk, 'current').publishedAt).toBeNull();
    place.listed = () => ({ kids: place.keys.map(({ kid }) => String(kid)), cacheControl: 'max-age=60' });
    desk.advance(1000);
    await look();
    expect(keyIn(desk, 'current').publishedAt).toBe(after(1));
    expect(newestEntries(desk, 1)).toMatchObject([
      ['publish.seen', tenant, { cacheControl: 'max-age=60', jwksUrl: HELD_AT }],
    ]);
  });
});

describe('a look is unknown', () => {
  beforeEach(() => push({ custodian }));

  it('where nobody can be connected to', async () => {
    connects = timeout;
    expect(await look()).toEqual({
      ...whole,
      jwksUrl: null,
      state: 'unknown',
      findings: [],
      unreadable: told,
      unseen: told,
    });
  });

  it('where the tenant cannot be read', async () => {
    unreadable();
    expect(await look()).toEqual({ ...whole, state: 'unknown', findings: [], unreadable: told });
  });

  it('where nobody sees it from outside', async () => {
    unseen = timeout;
    expect(await look()).toEqual({ ...whole, state: 'unknown', findings: [], unseen: told });
  });

  it.each([404, 410])('where the address says that it is gone, and keys are there: %i', async (status) => {
    unseen = refused(status);
    expect(await look()).toMatchObject({ state: 'unknown', unseen: { code: 'REMOTE_REFUSED' } });
  });

  it('and what was known before stays, without an entry', async () => {
    place.keys = [...place.keys, foreignKey('theirs')];
    const { findings } = await look();
    unreadable();
    expect(await look()).toMatchObject({ state: 'unknown', findings });
    expect(kept()).toMatchObject({ state: 'unknown', findings });
    expect(driftEntries()).toHaveLength(1);
  });
});

describe('a set that was cleared', () => {
  beforeEach(async () => {
    await push({ custodian });
    await custodian.retireRing({ tenant, ring: 'default', reason: 'no longer used' });
    await push({ custodian }, tenant, { act: 'clear' });
  });

  it.each([404, 410])('is in step where the address says that it is gone: %i', async (status) => {
    unseen = refused(status);
    expect(await look()).toEqual({ ...whole, state: 'in-step', findings: [] });
  });

  it.each([
    ['refuses for another reason', refused(403)],
    ['does not answer', timeout],
  ])('is unknown where the address %s', async (_, error) => {
    unseen = error;
    expect(await look()).toMatchObject({ state: 'unknown', unseen: { code: error.code } });
  });
});

describe('under a clock that disagrees a look', () => {
  it('finds what it finds, says by how much, and is not kept', async () => {
    await push({ custodian });
    place.keys = [...place.keys, foreignKey('theirs')];
    serverIs = 2 * 86_400;
    const report = await look();
    expect(report).toMatchObject({ state: 'drifted', clock: { host: 'id.acme.example' } });
    expect(kept()).toBeNull();
    expect(driftEntries()).toEqual([]);
  });

  it('dates no key', async () => {
    place.listed = () => ({ kids: [], cacheControl: null });
    await push({ custodian });
    place.listed = () => ({ kids: place.keys.map(({ kid }) => String(kid)), cacheControl: null });
    serverIs = 2 * 86_400;
    await look();
    expect(keyIn(desk, 'current').publishedAt).toBeNull();
  });
});

describe('a look that is stopped', () => {
  beforeEach(() => push({ custodian }));

  it.each<[string, (stop: AbortController) => void]>([
    ['while it reads', (stop) => (place.looks = () => (stop.abort(), undefined))],
    ['while it looks from outside', (stop) => (place.listed = () => (stop.abort(), { kids: [], cacheControl: null }))],
  ])('%s says so', async (_, arm) => {
    const stop = new AbortController();
    arm(stop);
    expect(await failureOf(custodian.lookForDrift({ tenant }, { signal: stop.signal }))).toMatchObject({
      code: 'CANCELLED',
    });
  });
});

describe('from outside, while it is locked,', () => {
  const locked = { code: 'VAULT_LOCKED', facts: { detail: { code: 'passphrase-needed' } } };

  it('nobody is looked at whose set was not found before', async () => {
    await push({ custodian });
    expect(await custodian.lookFromOutside()).toEqual([]);
  });

  it('all that can be said is what is wrong', async () => {
    await push({ custodian });
    await look();
    expect(await custodian.lookFromOutside()).toEqual([
      { ...whole, state: 'unknown', findings: [], unreadable: locked },
    ]);
    const kid = kidIn(desk, tenant, 'current');
    place.listed = () => ({ kids: [kidIn(desk, tenant, 'next')], cacheControl: null });
    const told1: string[] = [];
    const reports = await custodian.lookFromOutside({
      progress: (step, of, label) => told1.push(`${step}/${of} ${label}`),
    });
    expect(reports).toMatchObject([{ state: 'drifted', findings: [{ kind: 'not-public', kid }] }]);
    expect(told1).toEqual(['1/1 Acme']);
  });

  it('an address that does not answer is told', async () => {
    await push({ custodian });
    await look();
    unseen = timeout;
    expect(await custodian.lookFromOutside()).toMatchObject([{ state: 'unknown', unreadable: locked, unseen: told }]);
  });

  it('decisions about keys of others are told', async () => {
    place.keys = [foreignKey('theirs')];
    await push({ custodian }, tenant, { keepForeign: [{ name: 'theirs', reason: 'of the portal' }] });
    await look();
    expect((await custodian.lookFromOutside())[0]?.keptForeign).toMatchObject([{ name: 'theirs' }]);
  });

  it('a look can be stopped', async () => {
    await push({ custodian });
    await look();
    const stop = new AbortController();
    place.listed = () => {
      stop.abort();
      throw timeout;
    };
    expect(await failureOf(custodian.lookFromOutside({ signal: stop.signal }))).toMatchObject({ code: 'CANCELLED' });
  });
});

it('a fleet is looked at by its environment', async () => {
  await push({ custodian });
  expect((await custodian.lookOverFleet({ environment: 'development' })).map((one) => one.tenant)).toEqual([tenant]);
  expect(await custodian.lookOverFleet({ environment: 'staging' })).toEqual([]);
});

// A machine whose clock is wrong, against servers that know better: it opens no wait, freezes nothing for ever, and does not
// keep a compromised key public. Over loopback HTTP, with the Date headers of a real server.
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchServedTime } from '../../main/network/served-time.ts';
import { ACME, type Desk, openDesk } from '../support/desk.ts';
import { openNetwork } from '../support/network.ts';
import { keyIn, keysOf, kidIn, push } from '../support/tenant-keys.ts';
import { closePort, openPort } from '../support/ports.ts';
import { outcomeOf } from '../support/outcome.ts';

const tenant = 'Acme';
const DAY_MS = 86_400_000;
const noProgress = () => undefined;
const tried = (work: () => unknown): Promise<string> => outcomeOf(Promise.resolve().then(work));

let desk: Desk;
/** What the servers say against the machine's clock, in seconds; `null` for servers that say nothing. */
let serverIs: number | null = 0;

beforeEach(async () => {
  serverIs = 0;
  desk = openDesk({ serversAhead: () => serverIs });
  await desk.custodian.addTenant({ ...ACME, environment: 'production' });
});
afterEach(() => desk.close());

const prove = () => desk.custodian.provePublication({ tenant });
const rotate = () => desk.custodian.rotateRing({ tenant });
const nextKey = () => keyIn(desk, 'next');
const actions = () => desk.custodian.listAudit({ afterSeq: 0, limit: 500 }).map(({ action }) => action);

describe('a clock that is two days behind', () => {
  it('dates nothing that is seen, and opens no wait when it is put right', async () => {
    serverIs = 2 * 86_400;
    expect(await tried(() => push(desk))).toBe('CLOCK_DISAGREES');
    expect(actions()).not.toContain('publish.sent');
    serverIs = 0;
    await push(desk);
    const { publishedAt } = nextKey() ?? {};
    expect(publishedAt).toBe(desk.ports.clock.now().toISOString());
  });

  it('is told by every proof and every look, and no look is kept', async () => {
    await push(desk);
    serverIs = 2 * 86_400;
    expect(await tried(prove)).toBe('CLOCK_DISAGREES');
    expect(desk.custodian.clockDifference()).toEqual({
      host: 'id.acme.example',
      seconds: 172_800,
      direction: 'behind',
    });
    const before = actions().length;
    expect((await desk.custodian.lookForDrift({ tenant })).clock).toMatchObject({ direction: 'behind' });
    expect(desk.custodian.listTenants()[0]?.drift).toBeNull();
    expect(actions()).toHaveLength(before);
  });

  it('holds guarded acts until it is past what the server said', async () => {
    await push(desk);
    serverIs = 2 * 86_400;
    expect(await tried(prove)).toBe('CLOCK_DISAGREES');
    expect(await tried(() => desk.custodian.rotateRing({ tenant, override: 'in a hurry' }))).toBe('CLOCK_DISAGREES');
    desk.advance(2 * DAY_MS);
    expect(await tried(() => desk.custodian.rotateRing({ tenant, override: 'in a hurry' }))).toBe('done');
  });

  it('may be a minute off without a word', async () => {
    serverIs = 60;
    await push(desk);
    expect(await tried(prove)).toBe('done');
    expect(desk.custodian.clockDifference()).toBeNull();
    serverIs = 61;
    expect(await tried(prove)).toBe('CLOCK_DISAGREES');
  });
});

describe('a clock that runs ahead', () => {
  it('opens no production wait', async () => {
    await push(desk);
    desk.advance(30 * DAY_MS);
    serverIs = -30 * 86_400;
    expect(await tried(prove)).toBe('CLOCK_DISAGREES');
    expect(await tried(rotate)).toBe('CLOCK_DISAGREES');
    // Put right again: the ordinary wait goes on.
    desk.advance(-30 * DAY_MS);
    serverIs = 0;
    expect(await tried(rotate)).toBe('CLOCK_TOO_EARLY');
  });

  it('lets a compromised key be taken down all the same', async () => {
    await push(desk);
    const kid = kidIn(desk, tenant, 'current');
    desk.advance(30 * DAY_MS);
    serverIs = -30 * 86_400;
    await desk.custodian.rotateAndRevoke({ tenant, ring: 'default', reason: 'it was copied', compromised: true });
    const publication = await push(desk);
    expect(publication.kids).not.toContain(kid);
  });

  it('at 2099 for one act freezes nothing for ever: the officer says that it is right again', async () => {
    await push(desk);
    const wrong = 73 * 365 * DAY_MS;
    desk.advance(wrong);
    serverIs = null;
    await desk.custodian.rotateRing({ tenant, override: 'an act in 2099' });
    desk.advance(-wrong);
    serverIs = 0;
    const old = kidIn(desk, tenant, 'previous');
    const revoke = (override?: string) =>
      desk.custodian.revokeKey({ tenant, kid: old, reason: 'over', compromised: false, override });
    expect(await tried(() => revoke('at once'))).toBe('CLOCK_SET_BACK');
    const stated = await desk.custodian.stateClock({ reason: 'the battery of the clock was empty' });
    expect(stated.corrected).toContain(old);
    expect(actions()).toContain('clock.stated');
    // No date lies in the future, and the wait counts from now: longer than it was, and open one day.
    const dates = JSON.stringify(keysOf(desk));
    expect(dates).not.toMatch(/2099-/);
    expect(await tried(() => revoke())).toBe('CLOCK_TOO_EARLY');
    await push(desk);
    desk.advance(60 * DAY_MS);
    expect(await tried(() => revoke())).toBe('done');
    expect((await desk.custodian.examine(noProgress)).findings).toEqual([]);
    expect((await desk.custodian.verifyAudit()).brokenAt).toBeNull();
  });
});

describe('a server whose clock is wrong', () => {
  it('can be called wrong, with a reason that is recorded, and is not asked any more', async () => {
    serverIs = 7200;
    expect(await tried(() => push(desk))).toBe('CLOCK_DISAGREES');
    await desk.custodian.stateClock({ reason: 'its operators know', server: 'id.acme.example' });
    expect(await tried(() => push(desk))).toBe('done');
    expect(await tried(prove)).toBe('done');
  });
});

describe('the time that an answer tells', () => {
  it.each<[string, Record<string, string>, number | null]>([
    ['of now', { date: new Date(1_800_000_000_000).toUTCString() }, 0],
    // The header has whole seconds, so the second before the question fits best.
    ['of an hour ago', { date: new Date(1_800_000_000_000 - 3_600_000).toUTCString() }, 3599],
    [
      'of an hour ago, from a cache of that age',
      { date: new Date(1_800_000_000_000 - 3_600_000).toUTCString(), age: '3600' },
      0,
    ],
    ['of no day', { date: 'yesterday' }, null],
    ['with an age that is none', { date: new Date(1_800_000_000_000).toUTCString(), age: '-1' }, null],
  ])('%s', async (_, headers, ahead) => {
    const server = createServer((__, response) => {
      response.sendDate = false;
      response.writeHead(200, headers).end('{}');
    });
    const port = await openPort(server);
    const clock = { now: () => new Date(1_800_000_000_000) };
    const { network, served } = watchServedTime(openNetwork({}), clock);
    await network.fetchAs()(`http://127.0.0.1:${port}/`);
    const last = served.last();
    expect(last === null ? null : (Date.parse(last.machine) - Date.parse(last.served)) / 1000).toBe(ahead);
    await closePort(server);
  });
});

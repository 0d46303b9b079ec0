// A wire that goes wrong while a set is pushed, at every request of the push and in every way that the sandbox knows. After
// each: the right word, nothing sent twice, nothing half done, this side's record as the remote side's truth, and a next
// push that works.
import { foreignKey } from '../support/remote-set.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Disturbance, Fault } from '../../main/sandbox/faults.ts';
import {
  kidIn,
  lastWord,
  type OpenWire,
  push,
  tenant,
  truthOf,
  type Wire,
  wireToJwks,
  wireToJwksOverTls,
  wireToSandbox,
} from './wire-desk.ts';

const FOREIGN = { ...foreignKey('theirs'), kty: 'EC' } as const;
const LIMITED = { kind: 'limited', seconds: 90 } as const;
const TRUNCATED = { kind: 'truncated' } as const;
const ANOTHER: Disturbance = { kind: 'another-write', keys: [FOREIGN] };

const failed = (when: 'before' | 'after', status = 500): Disturbance => ({ kind: 'failed', when, status });
const reset = (when: 'before' | 'after'): Disturbance => ({ kind: 'reset', when });
const slow = (when: 'before' | 'after', milliseconds: number): Disturbance => ({ kind: 'slow', when, milliseconds });

/** Long enough for a busy machine, short enough to wait for. */
const DEADLINE_MS = 2000;

let wire: Wire;
/** The set as it was pushed before anything went wrong. */
let former: string[] = [];

/** Lets the requests of a push go wrong, after its preview. */
function pushInto(...faults: Fault[]): Promise<string> {
  return push(wire, 'push', () => wire.faults.set(...faults));
}

const atWrite = (fault: Disturbance): Fault => ({ ...fault, method: 'PUT', path: wire.writePath });
const atRead = (fault: Disturbance, skip: number, times = 1): Fault => ({
  ...fault,
  method: 'GET',
  path: wire.writePath,
  skip,
  times,
});

async function expectAgreement(kids: readonly string[]): Promise<void> {
  expect(await truthOf(wire)).toEqual({ remote: kids, recorded: kids, announced: kids.toSorted() });
}

const wanted = (): string[] => ['current', 'next', 'previous'].map((state) => kidIn(wire, state));

async function expectNextPushWorks(): Promise<void> {
  wire.faults.set();
  expect(await push(wire)).toBe('done');
  await expectAgreement(wanted());
}

const KINDS: [string, OpenWire][] = [
  ['the Management API', wireToSandbox],
  ['a JWK set with ETags', wireToJwks],
  ['a JWK set with ETags, over TLS', wireToJwksOverTls],
];

/** A set that was pushed, and a rotation that is not pushed yet. */
async function openWire(open: OpenWire, deadlineMs?: number): Promise<void> {
  wire = await open(deadlineMs);
  expect(await push(wire)).toBe('done');
  former = ['current', 'next'].map((state) => kidIn(wire, state));
  await expectAgreement(former);
  wire.desk.advance(60_000);
  await wire.desk.custodian.rotateRing({ tenant, override: 'a test' });
}

afterEach(() => wire.close());

describe.each(KINDS)('%s, when the wire goes wrong', (_, open) => {
  beforeEach(() => openWire(open));

  it.each([
    ['is slow', slow('after', 20)],
    ['is 500 after the write happened', failed('after')],
    ['is 502 after the write happened', failed('after', 502)],
    ['never comes, and the write happened', reset('after')],
    ['ends halfway', TRUNCATED],
  ])('knows by reading back that the set arrived when the answer %s', async (__, fault) => {
    expect(await pushInto(atWrite(fault))).toBe('done');
    expect(wire.writes()).toBe(2);
    await expectAgreement(wanted());
    expect(lastWord(wire)).toEqual(['publish.confirmed', null]);
    await expectNextPushWorks();
  });

  it.each([
    ['429', LIMITED, 'REMOTE_RATE_LIMITED'],
    ['500 without the write', failed('before'), 'REMOTE_FAILED'],
    ['a connection that ends before the write', reset('before'), 'REMOTE_UNREACHABLE'],
  ])('records nothing that did not arrive: %s', async (__, fault, code) => {
    expect(await pushInto(atWrite(fault))).toBe(code);
    expect(wire.writes()).toBe(2);
    await expectAgreement(former);
    expect(lastWord(wire)).toEqual(['publish.failed', code]);
    await expectNextPushWorks();
  });

  it.each([
    ['429', LIMITED, 'REMOTE_RATE_LIMITED'],
    ['500', failed('before'), 'REMOTE_FAILED'],
    ['no answer', reset('before'), 'REMOTE_UNREACHABLE'],
    ['half an answer', TRUNCATED, 'REMOTE_UNREACHABLE'],
  ])('sends nothing when the set cannot be read before: %s', async (__, fault, code) => {
    for (const skip of [0, 1]) {
      expect(await pushInto(atRead(fault, skip))).toBe(code);
      await expectAgreement(former);
    }
    expect(wire.writes()).toBe(1);
    await expectNextPushWorks();
  });

  it.each([
    ['500', failed('before')],
    ['no answer', reset('before')],
    ['half an answer', TRUNCATED],
  ])('looks again when reading back goes wrong: %s', async (__, fault) => {
    expect(await pushInto(atRead(fault, 2, 2))).toBe('done');
    expect(wire.writes()).toBe(2);
    await expectAgreement(wanted());
  });

  it.each([
    ['the answer came', null, true],
    ['the answer was lost', reset('after'), true],
    ['nothing was written', reset('before'), false],
  ])('says so when nobody can look any more, and the next push settles it: %s', async (__, fault, arrived) => {
    const faults = [atRead(LIMITED, 2), ...(fault === null ? [] : [atWrite(fault)])];
    expect(await pushInto(...faults)).toBe('REMOTE_OUTCOME_UNKNOWN');
    expect(await truthOf(wire)).toEqual({
      remote: arrived ? wanted() : former,
      recorded: former,
      announced: wanted().toSorted(),
    });
    expect(lastWord(wire)).toEqual(['publish.sent', null]);
    await expectNextPushWorks();
  });

  it('stops when another officer writes after the set was compared', async () => {
    expect(await pushInto(atRead(ANOTHER, 0))).toBe('PUBLISH_CHANGED');
    expect(wire.writes()).toBe(1);
    expect(await truthOf(wire)).toEqual({
      remote: [...former, 'theirs'],
      recorded: former,
      announced: former.toSorted(),
    });
    expect(await push(wire)).toBe('done');
    expect((await truthOf(wire)).remote).toEqual([...wanted(), 'theirs']);
  });

  it('is bound by an ETag to the set that it replaces; without one the last writer wins', async () => {
    const code = await pushInto(atRead(ANOTHER, 1));
    if (wire.guarded) {
      expect(code).toBe('REMOTE_CHANGED');
      expect(await truthOf(wire)).toEqual({
        remote: [...former, 'theirs'],
        recorded: former,
        announced: former.toSorted(),
      });
      expect(await push(wire)).toBe('done');
    } else {
      expect(code).toBe('done');
      await expectAgreement(wanted());
    }
  });

  it('tells of another officer who writes after it', async () => {
    expect(await pushInto(atWrite(ANOTHER))).toBe('PUBLISH_NOT_CONFIRMED');
    expect(await truthOf(wire)).toEqual({
      remote: [...wanted(), 'theirs'],
      recorded: former,
      announced: wanted().toSorted(),
    });
    expect(await push(wire)).toBe('done');
    const { remote, recorded } = await truthOf(wire);
    expect([remote, recorded]).toEqual([[...wanted(), 'theirs'], remote]);
  });

  it('waits for the public set of a stale cache, and starts no clock before', async () => {
    const stale: Fault = { kind: 'stale', method: 'GET', path: wire.publicPath, times: 2 };
    expect(await pushInto(stale)).toBe('done');
    await expectAgreement(wanted());
    const publishedAt = () =>
      wire.desk.custodian.showTenant({ tenant }).rings[0]?.keys.find(({ state }) => state === 'next')?.publishedAt;
    expect(publishedAt()).toBeNull();
    await wire.desk.custodian.provePublication({ tenant });
    expect(publishedAt()).not.toBeNull();
  });

  it('clears the whole set or nothing', async () => {
    const clearing = (fault: Disturbance): Promise<string> =>
      push(wire, 'clear', () => wire.faults.set({ ...fault, method: 'DELETE', path: wire.writePath }));
    expect(await clearing(failed('before'))).toBe('REMOTE_FAILED');
    await expectAgreement(former);
    expect(await clearing(reset('after'))).toBe('done');
    expect(await truthOf(wire)).toMatchObject({ remote: [], recorded: [] });
  });
});

describe.each(KINDS)('%s, when an answer takes too long', (_, open) => {
  beforeEach(() => openWire(open, DEADLINE_MS));

  it('knows by reading back that the set arrived', async () => {
    expect(await pushInto(atWrite(slow('after', 2 * DEADLINE_MS)))).toBe('done');
    expect(wire.writes()).toBe(2);
    await expectAgreement(wanted());
  });

  it('keeps a key as announced while its push may still be under way', async () => {
    expect(await pushInto(atWrite(slow('before', 2 * DEADLINE_MS)))).toBe('REMOTE_TIMEOUT');
    expect(await truthOf(wire)).toMatchObject({ recorded: former, announced: wanted().toSorted() });
    await vi.waitFor(async () => expect((await truthOf(wire)).remote).toEqual(wanted()), 10 * DEADLINE_MS);
    await expectNextPushWorks();
  });
});

// How use cases become acts: which ports each kind gets, when it waits for its turn, and what goes before it.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  beside,
  bound,
  isSeconded,
  looking,
  piece,
  queued,
  queuedProven,
  type Room,
  seconded,
} from '../../../main/acts/bound.ts';
import type { Ports } from '../../../main/ports/ports.ts';
import type { Queue, QueuedRun } from '../../../main/acts/queue.ts';
import { ACME } from '../../support/desk.ts';
import { deskForEach } from '../../support/desk-for-each.ts';

const tenant = ACME.name;
const desk = deskForEach();
/** What the room was asked for, in its order. */
let steps: unknown[];
beforeEach(() => {
  steps = [];
});

/** Looks and acts get ports of their own, so that it shows which were given. */
const room = (more: Partial<Room> = {}): Room & { acting: Ports } => {
  const acting = { ...desk.ports };
  const run =
    (name: string): QueuedRun =>
    async (act, signal) => {
      steps.push(signal === undefined ? name : [name, signal]);
      return act(acting);
    };
  const alone: Queue = (work) => work();
  const never = (): never => expect.fail('was asked');
  return {
    looking: desk.ports,
    acting,
    gate: { pass: never, problem: never, known: never, note: never, settled: never, forget: never, accept: never },
    alone,
    queued: run('queued'),
    beside: run('beside'),
    approvals: { brought: [], onlyAsking: false },
    places: new Map(),
    prove: async () => {
      steps.push('proof');
      return null;
    },
    forget: never,
    ...more,
  };
};

describe('a piece', () => {
  it('that looks is answered at once, over what is there', () => {
    const look = looking((ports, one: number, other: number) => [ports === desk.ports, one, other]);
    expect(look.open(room())(1, 2)).toEqual([true, 1, 2]);
    expect(look(desk.ports, 1, 2)).toEqual([true, 1, 2]);
    expect(look.channel).toBeNull();
    expect(steps).toEqual([]);
  });

  it('that waits for others goes beside the queue, over what is vouched for', async () => {
    const there = room();
    const act = beside((ports, one: number) => [ports === there.acting, one]);
    expect(await act.open(there)(1)).toEqual([true, 1]);
    expect([act(desk.ports, 1), act.channel, steps]).toEqual([[false, 1], null, ['beside']]);
  });

  it('that changes something waits for its turn, and is cleaned up after, done or not', async () => {
    const there = room();
    const given: unknown[] = [];
    const act = queued(
      (ports, one: number) => (one === 0 ? expect.fail('no') : [ports === there.acting, one]),
      (args) => void given.push(args),
    );
    expect(await act.open(there)(1)).toEqual([true, 1]);
    await expect(act.open(there)(0)).rejects.toThrow('no');
    expect([given, steps]).toEqual([
      [[1], [0]],
      ['queued', 'queued'],
    ]);
    expect(await queued(() => 'plain').open(there)()).toBe('plain');
  });

  it('is opened with the room in its hands', () => {
    const there = room();
    const one = piece((given) => () => given === there);
    expect([one.channel, one.open(there)()]).toEqual([null, true]);
  });
});

describe('an act', () => {
  beforeEach(() => desk.custodian.addTenant({ ...ACME, alg: 'ES256', environment: 'production' }));

  it('that reads is answered at once', () => {
    const read = bound('tenant.list', (ports) => {
      steps.push(ports === desk.ports);
      return [];
    });
    expect([read.open(room())(), read.channel, steps]).toEqual([[], 'tenant.list', [true]]);
    expect(read(desk.ports, {})).toEqual([]);
  });

  it('gets its arguments and what goes along, in every way of calling it', () => {
    const read = bound('tenant.list', (_ports, args, work) => {
      steps.push([args, work]);
      return [];
    });
    const work = { progress: () => undefined };
    read.open(room())({}, work);
    read.open(room())();
    read(desk.ports, {});
    expect(steps).toEqual([
      [{}, work],
      [{}, {}],
      [{}, {}],
    ]);
  });

  const gated = (
    act: 'key.withdraw' | 'tenant.rename',
    at: 'production' | 'everywhere' | null,
    more: Partial<Room> = {},
  ) => {
    const args = { tenant, kid: 'x', reason: 'y', compromised: false };
    return seconded(room(more), { act, args, at }, () => {
      steps.push('done');
      return 'answer';
    });
  };

  it('has its turn and then is done', async () => {
    expect(await gated('tenant.rename', null)).toBe('answer');
    expect(steps).toEqual(['queued', 'done']);
  });

  it('may be let go by a signal', async () => {
    const { signal } = new AbortController();
    await seconded(room(), { act: 'tenant.rename', args: { tenant }, at: null }, () => null, signal);
    expect(steps).toEqual([['queued', signal]]);
  });

  it('takes a proof in its turn where there is a passphrase, and is not done without', async () => {
    const { lock } = desk.ports;
    lock.state = async () => ({ stage: 'sealed', locked: false });
    await expect(gated('key.withdraw', 'production')).rejects.toMatchObject({
      code: 'VAULT_PROOF_NEEDED',
      facts: { tenant },
    });
    expect(steps).toEqual(['queued', 'proof']);
  });

  it('takes no proof where there is no passphrase', async () => {
    expect(await gated('key.withdraw', 'everywhere')).toBe('answer');
    expect(steps).toEqual(['queued', 'done']);
  });

  it('is only asked for, without a turn, where it is to be asked for', async () => {
    const onlyAsking = { approvals: { brought: [], onlyAsking: true } };
    await expect(gated('key.withdraw', 'production', onlyAsking)).rejects.toMatchObject({
      code: 'APPROVAL_NEEDED',
      facts: { tenant, act: 'key.withdraw' },
    });
    await expect(gated('tenant.rename', null, onlyAsking)).rejects.toMatchObject({ code: 'APPROVAL_NOT_FOR' });
    expect(steps).toEqual([]);
  });

  it('waits for a second officer where its tenant wants one', async () => {
    await desk.custodian.addOfficer({ tenant, name: 'Second', device: 'ab'.repeat(32) });
    const args = { tenant, kid: 'x', reason: 'y', compromised: false };
    expect(isSeconded(room(), 'key.withdraw', args)).toBe(false);
    await desk.custodian.setFourEyes({ tenant, kinds: ['revoke'] });
    expect(isSeconded(room(), 'key.withdraw', args)).toBe(true);
    expect(isSeconded(room(), 'tenant.rename', args)).toBe(false);
    expect(isSeconded(room({ approvals: { brought: [], onlyAsking: true } }), 'tenant.rename', args)).toBe(true);
    await expect(gated('key.withdraw', null)).rejects.toMatchObject({ code: 'APPROVAL_NEEDED' });
    expect(steps).toEqual(['queued']);
  });

  it('is cleaned up after, also where it was refused', async () => {
    const given: unknown[] = [];
    const act = queuedProven(
      (_ports, one: number) => one,
      { act: 'key.withdraw', seen: ([one]) => ({ tenant, one }), at: null },
      (args) => void given.push(args),
    );
    expect(await act.open(room())(1)).toBe(1);
    await expect(act.open(room({ approvals: { brought: [], onlyAsking: true } }))(2)).rejects.toMatchObject({
      code: 'APPROVAL_NEEDED',
      facts: { args: '{"one":2}' },
    });
    expect(given).toEqual([[1], [2]]);
  });
});

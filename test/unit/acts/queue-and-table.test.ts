// Acts one after the other, and the table of them by name and by channel.
import { describe, expect, it } from 'vitest';
import { createQueue } from '../../../main/acts/queue.ts';
import { callsIn, openTable } from '../../../main/acts/table.ts';
import type { Bound, Room } from '../../../main/acts/bound.ts';
import { failureOf } from '../../support/outcome.ts';

describe('a queue', () => {
  function gate() {
    let resolve: (value: string) => void = () => undefined;
    let reject: (problem: Error) => void = () => undefined;
    const promise = new Promise<string>((open, refuse) => {
      [resolve, reject] = [open, refuse];
    });
    return { promise, resolve, reject };
  }

  it('runs work when what came before it has ended, well or badly', async () => {
    const queue = createQueue();
    const [first, second] = [gate(), gate()];
    const begun: string[] = [];
    const work = (name: string, promise: Promise<string>) => () => {
      begun.push(name);
      return promise;
    };
    const one = failureOf(queue(work('one', first.promise)));
    const two = queue(work('two', second.promise));
    const three = queue(work('three', Promise.resolve('third')));
    await Promise.resolve();
    expect(begun).toEqual(['one']);
    first.reject(new Error('it failed'));
    expect(await one).toEqual(new Error('it failed'));
    await Promise.resolve();
    expect(begun).toEqual(['one', 'two']);
    second.resolve('second');
    expect(await Promise.all([two, three])).toEqual(['second', 'third']);
    expect(begun).toEqual(['one', 'two', 'three']);
  });

  it('lets go of what waits for its turn, which then does not begin', async () => {
    const queue = createQueue();
    const first = gate();
    const stop = new AbortController();
    const begun: string[] = [];
    const one = queue(() => first.promise);
    const two = failureOf(queue(async () => begun.push('two'), stop.signal));
    const three = queue(async () => begun.push('three'));
    stop.abort();
    expect(await two).toMatchObject({ code: 'CANCELLED' });
    first.resolve('first');
    expect([await one, await three, begun]).toEqual(['first', 1, ['three']]);
  });

  it('does not let go of what has begun', async () => {
    const queue = createQueue();
    const first = gate();
    const stop = new AbortController();
    const one = queue(() => {
      stop.abort();
      return first.promise;
    }, stop.signal);
    await Promise.resolve();
    first.resolve('first');
    expect(await one).toBe('first');
  });

  it('refuses what was stopped before it came', async () => {
    const refused = createQueue()(async () => 'done', AbortSignal.abort());
    expect(await failureOf(refused)).toMatchObject({ code: 'CANCELLED' });
  });
});

describe('a table', () => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing of it is used
  const room = {} as Room;
  const table = {
    act: { channel: 'tenant.list', open: (given: Room) => () => given },
    piece: { channel: null, open: () => () => 'a piece' },
    NUMBER: 5,
    nothing: null,
    other: { channel: 'tenant.show' },
    helper: () => 'no act',
  } satisfies Record<string, unknown> & { act: Bound<'tenant.list', () => Room>; piece: Bound<null, () => string> };

  it('is opened name by name, and what is not bound is passed over', () => {
    const opened = openTable(table, room);
    expect(Object.keys(opened)).toEqual(['act', 'piece']);
    expect([opened.act(), opened.piece()]).toEqual([room, 'a piece']);
  });

  it('is called by its channels', () => {
    const opened = openTable(table, room);
    const calls: Readonly<Record<string, unknown>> = callsIn(table, opened);
    expect(Object.keys(calls)).toEqual(['tenant.list']);
    expect(calls['tenant.list']).toBe(opened.act);
  });
});

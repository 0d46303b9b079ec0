// The table of use cases as what it gives: the acts in a room, and by their channels. What is not bound is passed over.
import type { Channel } from '../../shared/channels.ts';
import type { ActArgs, ResultOf } from '../../shared/contract.ts';
import type { Work } from '../ports/stopping.ts';
import type { Bound, Room } from './bound.ts';

type AnyBound = Bound<Channel | null, unknown>;

export type Opened<T> = {
  [N in keyof T as T[N] extends AnyBound ? N : never]: T[N] extends Bound<Channel | null, infer M> ? M : never;
};

/** The acts by their channels. */
export type Calls<C extends Channel> = {
  [One in C]: (args: ActArgs<One>, work: Work) => Promise<ResultOf<One>> | ResultOf<One>;
};

type ChannelsIn<T> = Extract<{ [N in keyof T]: T[N] extends Bound<infer C, unknown> ? C : never }[keyof T], Channel>;

const isBound = (value: unknown): value is AnyBound => value instanceof Object && 'open' in value;

const boundIn = (table: object): [string, AnyBound][] =>
  Object.entries<unknown>({ ...table }).flatMap(([name, value]) => (isBound(value) ? [[name, value]] : []));

export function openTable<T extends object>(table: T, room: Room): Opened<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- name by name, as the type says
  return Object.fromEntries(boundIn(table).map(([name, { open }]) => [name, open(room)])) as Opened<T>;
}

/** `opened`: the same table, opened. */
export function callsIn<T extends object>(table: T, opened: Opened<T>): Calls<ChannelsIn<T>> {
  const calls = boundIn(table).flatMap(([name, { channel }]) =>
    channel === null ? [] : [[channel, Reflect.get(opened, name)]],
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each was bound to its channel
  return Object.fromEntries(calls) as Calls<ChannelsIn<T>>;
}

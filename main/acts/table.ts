// The table of use cases as what it gives: the acts in a room, and by their channels.
import type { Channel } from '../../shared/channels.ts';
import type { ActArgs, ResultOf } from '../../shared/contract.ts';
import type { Work } from '../ports/stopping.ts';
import type { Bound, Room } from './bound.ts';

interface Table {
  readonly [name: string]: Bound<Channel | null, unknown> | Table;
}

export type Opened<T> = { [N in keyof T]: T[N] extends Bound<Channel | null, infer M> ? M : Opened<T[N]> };

const isBound = (entry: Table[string]): entry is Bound<Channel | null, unknown> => typeof entry?.open === 'function';

export function openTable<T extends Table>(table: T, room: Room): Opened<T> {
  const opened = Object.entries(table).map(([name, entry]) => [
    name,
    isBound(entry) ? entry.open(room) : openTable(entry, room),
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- name by name, as the type says
  return Object.fromEntries(opened) as Opened<T>;
}

type ChannelsIn<T> = {
  [N in keyof T]: T[N] extends Bound<infer C, unknown> ? Exclude<C, null> : ChannelsIn<T[N]>;
}[keyof T];

export type CallsIn<T> = {
  [C in ChannelsIn<T> & Channel]: (args: ActArgs<C>, work: Work) => Promise<ResultOf<C>> | ResultOf<C>;
};

/** `opened`: the same table, opened. */
export function callsIn<T extends Table>(table: T, opened: Opened<T>): CallsIn<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each was bound to its channel
  return Object.fromEntries(pairsIn(table, opened)) as CallsIn<T>;
}

const pairsIn = (table: Table, opened: object): [string, unknown][] =>
  Object.entries(table).flatMap(([name, entry]) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an act, or a table of acts
    const act = Reflect.get(opened, name) as object;
    return isBound(entry)
      ? entry.channel === null
        ? []
        : [[entry.channel, act] satisfies [string, unknown]]
      : pairsIn(entry, act);
  });

// How a use case becomes an act that window and command line can call: bound once to its definition, it gets the ports that
// its kind may have, waits for its turn where it changes something, and stops where the definition says so.
import { takesProof } from '../../shared/acts/act.ts';
import { ACTS } from '../../shared/acts/acts.ts';
import type { Channel } from '../../shared/channels.ts';
import type { ActArgs, ResultOf } from '../../shared/contract.ts';
import type { Ports } from '../ports/ports.ts';
import type { Work } from '../ports/stopping.ts';
import { type Approvals, asked, passFourEyes, secondWantedBy } from './four-eyes/gate.ts';
import type { StateGate } from './audit/state-gate.ts';
import type { Places } from './publishing/outside.ts';
import type { Queue, QueuedRun } from './queue.ts';
import { type Prove, requireProof, type TakenAt } from './vault/proof.ts';

/** Where acts are carried out. */
export interface Room {
  /** To look at the registry as it is. */
  looking: Ports;
  /** To judge the registry, also where no act is let pass. */
  acting: Ports;
  gate: StateGate;
  alone: Queue;
  /** One after the other. */
  queued: QueuedRun;
  /** Beside the queue: for what waits for people or networks, and changes little or nothing. */
  beside: QueuedRun;
  /** The yeses of second officers that were brought along. */
  approvals: Approvals;
  /** Where the sets of tenants were found to be public, by the tenant's id; from records that were held against their hashes. */
  places: Map<string, Places>;
  /** Asks who is there for a proof that it is them. */
  prove: Prove;
  /** Forgets what was taken from the keychain, once no act needs it any more. */
  forget: () => void;
}

/** `channel`: `null` for what is no act of its own. */
export interface Bound<C extends Channel | null, M> {
  channel: C;
  open: (room: Room) => M;
}

/** The channels whose acts are use cases. The others are dialogs, or done by the window's own program. */
export type UseCaseChannel = {
  [C in Channel]: (typeof ACTS)[C]['kind'] extends 'read' | 'remote' | 'act' ? C : never;
}[Channel];

type Given<C extends Channel, W> =
  ActArgs<C> extends Record<string, never> ? [args?: ActArgs<C>, work?: W] : [args: ActArgs<C>, work?: W];

type Answered<C extends Channel, R> = (typeof ACTS)[C]['kind'] extends 'read' ? R : Promise<Awaited<R>>;

type Result<C extends Channel> = ResultOf<C> | Promise<ResultOf<C>>;

/** A use case that is in its turn already calls another by its ports. Nobody else has any. */
export function bound<C extends UseCaseChannel, W extends Work, R extends Result<C>>(
  channel: C,
  run: (ports: Ports, args: ActArgs<C>, work: W) => R,
): ((ports: Ports, args: ActArgs<C>, work?: W) => R) & Bound<C, (...given: Given<C, W>) => Answered<C, R>> {
  const { kind, stops, proven } = ACTS[channel];
  const open =
    (room: Room) =>
    (args: unknown = {}, work: Work = {}) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- given as the type below says
      const act = (ports: Ports): R => run(ports, args as ActArgs<C>, work as W);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every act takes an object
      const given = args as object;
      switch (kind) {
        case 'read':
          return act(room.looking);
        case 'remote':
          return room.beside(act);
        case 'act':
          return seconded(
            room,
            { act: channel, args: given, at: takesProof(proven, given) ? 'production' : null },
            act,
            stops ? work.signal : undefined,
          );
      }
    };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- by its kind
  const typed = open as unknown as (room: Room) => (...given: Given<C, W>) => Answered<C, R>;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every member of it may be left out
  const raw = (ports: Ports, args: ActArgs<C>, work = {} as W): R => run(ports, args, work);
  return Object.assign(raw, { channel, open: typed });
}

/** Such an act is about one tenant, or about all. */
const provenFirst =
  <R>(act: (ports: Ports) => R, args: unknown, at: TakenAt, prove: Prove) =>
  async (ports: Ports): Promise<Awaited<R>> => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whose definition says so
    const { tenant = null } = args as { tenant?: string };
    await requireProof(ports, { tenant, at }, prove);
    return await act(ports);
  };

/** An act that goes through the room by itself: partly in turn, or with the gate in its hands. */
export const arranged = <C extends UseCaseChannel, M extends (args: ActArgs<C>, work?: Work) => Result<C>>(
  channel: C,
  open: (room: Room) => M,
): Bound<C, M> => ({ channel, open });

/** A piece of a dialog flow, or of a command with files: no act of its own. */
export const piece = <M>(open: (room: Room) => M): Bound<null, M> => ({ channel: null, open });

type Run<A extends unknown[], R> = (ports: Ports, ...given: A) => R;
type Piece<A extends unknown[], R, G> = Run<A, R> & Bound<null, (...given: A) => G>;

const withRaw = <A extends unknown[], R, G>(run: Run<A, R>, open: (room: Room) => (...given: A) => G): Piece<A, R, G> =>
  Object.assign((ports: Ports, ...given: A) => run(ports, ...given), piece(open));

export const looking = <A extends unknown[], R>(run: Run<A, R>): Piece<A, R, R> =>
  withRaw(
    run,
    (room) =>
      (...given) =>
        run(room.looking, ...given),
  );

export const beside = <A extends unknown[], R>(run: Run<A, R>): Piece<A, R, Promise<Awaited<R>>> =>
  withRaw(
    run,
    (room) =>
      (...given) =>
        room.beside(async (ports): Promise<Awaited<R>> => await run(ports, ...given)),
  );

/**
 * For the piece that is the act itself where a dialog or a command with files goes before it, and is as grave. A second officer
 * agrees to what is `seen`, which names the tenant where a proof is taken, or none where the act is about all of them.
 */
export const queuedProven = <A extends unknown[], R>(
  run: Run<A, R>,
  { act, seen, at }: { act: Channel; seen: (given: NoInfer<A>) => object; at: TakenAt | null },
  afterwards: (given: NoInfer<A>) => void = () => undefined,
): Piece<A, R, Promise<Awaited<R>>> =>
  withRaw(
    run,
    (room) =>
      (...given) =>
        seconded(room, { act, args: seen(given), at }, (ports) => run(ports, ...given)).finally(() =>
          afterwards(given),
        ),
  );

interface Gated {
  act: Channel;
  args: object;
  /** Where it takes a proof of who is there; `null`: nowhere. */
  at: TakenAt | null;
}

/** Whether a second officer is asked, so that what they have to see is worth looking for. */
export const isSeconded = ({ looking: ports, approvals }: Room, act: Channel, args: object): boolean =>
  approvals.onlyAsking || secondWantedBy(ports, act, args).length > 0;

/** In its turn: with a proof of who is there, then past four eyes. Where it is only asked for it has no turn. */
export async function seconded<R>(
  { looking: ports, queued: inTurn, approvals, prove }: Room,
  { act, args, at }: Gated,
  run: (ports: Ports) => R,
  signal?: AbortSignal,
): Promise<Awaited<R>> {
  if (approvals.onlyAsking) {
    throw asked(ports, act, args);
  }
  const passing = (acting: Ports): R => {
    passFourEyes(acting, approvals.brought, act, args);
    return run(acting);
  };
  return inTurn<Awaited<R>>(
    at === null ? async (acting): Promise<Awaited<R>> => await passing(acting) : provenFirst(passing, args, at, prove),
    signal,
  );
}

/** `afterwards`: overwrites what was given, also where the act was never let pass. */
export const queued = <A extends unknown[], R>(
  run: Run<A, R>,
  afterwards: (given: NoInfer<A>) => void = () => undefined,
): Piece<A, R, Promise<Awaited<R>>> =>
  withRaw(
    run,
    (room) =>
      (...given) =>
        room.queued(async (ports): Promise<Awaited<R>> => await run(ports, ...given)).finally(() => afterwards(given)),
  );

// Acts that change something run one after the other, each on a registry that is vouched for.
import { raceCancelled, refuseIfCancelled } from '../ports/stopping.ts';
import type { Ports } from '../ports/ports.ts';

/** Runs work when what came before it has ended, well or badly. What still waits for its turn can be let go. */
export type Queue = <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/**
 * Runs an act, with the ports that acts use: nothing begins before the registry is known to be the one that was sealed
 * last, and what it reads is held against its hash. Throws VAULT_* and REGISTRY_* before anything is done.
 */
export type QueuedRun = <T>(act: (ports: Ports) => Promise<T> | T, signal?: AbortSignal) => Promise<T>;

/** A failed act does not hold up the next. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return async (work, signal) => {
    let begun = false;
    const begin = async (): ReturnType<typeof work> => {
      refuseIfCancelled(signal);
      begun = true;
      return work();
    };
    const turn = last.then(begin, begin);
    last = turn.catch(() => undefined);
    return signal === undefined ? turn : raceCancelled(signal, turn, () => !begun);
  };
}

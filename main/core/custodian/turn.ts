// Acts that change something run one after the other.
import { raceCancelled, refuseIfCancelled } from '../stopping.ts';

/** Runs an act when those before it have ended, well or badly. One that still waits for its turn can be let go. */
export type Turn = <T>(act: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/** A failed act does not hold up the next. */
export function createQueue(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return async (act, signal) => {
    let begun = false;
    const begin = async (): ReturnType<typeof act> => {
      refuseIfCancelled(signal);
      begun = true;
      return act();
    };
    const turn = last.then(begin, begin);
    last = turn.catch(() => undefined);
    return signal === undefined ? turn : raceCancelled(signal, turn, () => !begun);
  };
}

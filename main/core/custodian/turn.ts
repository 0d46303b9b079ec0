// Acts that change something run one after the other.

/** Runs an act when those before it have ended, well or badly. */
export type Turn = <T>(act: () => Promise<T>) => Promise<T>;

/** A failed act does not hold up the next. */
export function createQueue(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const turn = last.then(act, act);
    last = turn.catch(() => undefined);
    return turn;
  };
}

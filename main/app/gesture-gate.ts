// One act for one gesture of a person, and soon after it. Whoever drives the page alone can make no gesture, because only
// the main process notes them. Times are milliseconds of the clock.

export interface GestureGate {
  noteGesture(now: number): void;
  /** True when there is a gesture that is young enough and was not spent; it is spent now. */
  spend(now: number): boolean;
}

export function createGestureGate(keptMs: number): GestureGate {
  let gestures: readonly number[] = [];
  // After a clock was set back, a gesture that seems to lie ahead is as good as none.
  const young = (now: number): number[] => gestures.filter((at) => at <= now && now - at <= keptMs);
  return {
    noteGesture(now) {
      gestures = [...young(now), now];
    },
    spend(now) {
      const [first, ...rest] = young(now);
      gestures = rest;
      return first !== undefined;
    },
  };
}

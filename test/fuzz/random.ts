// Reproducible chance: the same seed gives the same inputs, so a failure can be run again.
export interface Chance {
  /** 0 … below - 1 */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
  byte(): number;
}

/** Mulberry32: small, fast, and good enough to break parsers with. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % Math.max(1, limit);
  return {
    below,
    byte: () => next() & 0xff,
    pick<T>(from: readonly T[]): T {
      const chosen = from[below(from.length)];
      if (chosen === undefined) {
        throw new Error('nothing to pick from');
      }
      return chosen;
    },
  };
}

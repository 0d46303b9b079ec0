// Finding what somebody means from a few letters of it: the letters in their order, better when they begin words or
// stand together.

/** Higher is better; `null` when the letters do not occur in this order. Case does not matter. */
export function fuzzyScore(query: string, text: string): number | null {
  const [needle, hay] = [query.toLowerCase(), text.toLowerCase()];
  const whole = hay.indexOf(needle);
  if (whole !== -1) {
    // What begins so first, then whole words, then the shorter text.
    return 1000 + (isWordStart(hay, whole) ? 500 : 0) + (whole === 0 ? 250 : 0) - hay.length;
  }
  let score = 0;
  let at = -1;
  for (const char of needle) {
    const found = hay.indexOf(char, at + 1);
    if (found === -1) {
      return null;
    }
    score += found === at + 1 ? 6 : isWordStart(hay, found) ? 8 : 1;
    at = found;
  }
  return score - hay.length / 10;
}

const isWordStart = (text: string, at: number): boolean => at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));

/** Every word of the query must be found; the best come first, equals keep their order. */
export function fuzzyFind<T>(query: string, items: readonly T[], textOf: (item: T) => string, limit: number): T[] {
  const words = query.trim().split(/\s+/).filter(Boolean);
  return items
    .flatMap((item) => {
      const text = textOf(item);
      let sum = 0;
      for (const word of words) {
        const score = fuzzyScore(word, text);
        if (score === null) {
          return [];
        }
        sum += score;
      }
      return [{ item, sum }];
    })
    .toSorted((a, b) => b.sum - a.sum)
    .slice(0, limit)
    .map(({ item }) => item);
}

// How the bench measures: ours and the yardstick in turn, so that whatever else the machine does meets both, and the middle of
// what was found, so that one odd moment says nothing.

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {number} ours
 * @property {string} yardstick
 * @property {number} theirs
 * @property {string} unit
 * @property {number} [goal] what ours may be of theirs; at least, where more is better
 * @property {true} [moreIsBetter]
 */

/** @param {readonly number[]} all */
export function middle(all) {
  const sorted = all.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[half - 1], sorted[half]];
  return sorted.length % 2 === 0 ? (low + high) / 2 : high;
}

/** Milliseconds. @param {() => unknown} work */
export async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/**
 * The middle of each of several measures, taken in turn; who comes first changes from round to round.
 * @template {string} N
 * @param {number} rounds @param {Readonly<Record<N, () => Promise<number> | number>>} measures
 * @returns {Promise<Record<N, number>>}
 */
export async function inTurn(rounds, measures) {
  const names = /** @type {N[]} */ (Object.keys(measures));
  const found = new Map(names.map((name) => [name, /** @type {number[]} */ ([])]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) found.get(name)?.push(await measures[name]());
  }
  return /** @type {Record<N, number>} */ (
    Object.fromEntries(names.map((name) => [name, middle(found.get(name) ?? [])]))
  );
}

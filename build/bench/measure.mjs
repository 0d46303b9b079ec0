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
 * @param {number} rounds @param {readonly (() => Promise<number>)[]} measures
 * @returns {Promise<number[]>} in their order
 */
export async function inTurn(rounds, measures) {
  const all = measures.map((measure) => ({ measure, found: /** @type {number[]} */ ([]) }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { measure, found } of round % 2 === 0 ? all : all.toReversed()) found.push(await measure());
  }
  return all.map(({ found }) => middle(found));
}

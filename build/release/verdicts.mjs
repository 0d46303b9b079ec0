// A step of a release ends in a verdict, and the next one begins whatever it was.
import { say, seconds, sentenceOf } from '../run.mjs';

/** @typedef {import('./page.mjs').Verdict} Verdict */

/** Thrown by a step that has nothing to work on here. */
class LeftOut extends Error {}

/** @param {string} title @param {() => string | Promise<string>} work @returns {Promise<Verdict>} */
export async function verdictOf(title, work) {
  say(`\n━━ ${title}`);
  const started = Date.now();
  /** @type {Pick<Verdict, 'state' | 'said'>} */
  let found;
  try {
    found = { state: 'passed', said: await work() };
  } catch (error) {
    found =
      error instanceof LeftOut
        ? { state: 'left out', said: error.message }
        : { state: 'failed', said: sentenceOf(error) };
  }
  say(`   ${{ passed: '✓', failed: '✗', 'left out': '–' }[found.state]} ${title}: ${found.said}`);
  return { title, ...found, time: seconds(started) };
}

/** @param {string} why @returns {never} */
export function leftOut(why) {
  throw new LeftOut(why);
}

/** @param {readonly Verdict[]} verdicts */
export function conclude(verdicts) {
  const count = (/** @type {Verdict['state']} */ state) => verdicts.filter((one) => one.state === state).length;
  say(
    ['', ...verdicts.map(({ title, state, said, time }) => `${state.padEnd(9)}${title} (${time}): ${said}`), ''].join(
      '\n',
    ),
  );
  say(`${count('passed')} passed, ${count('failed')} failed, ${count('left out')} left out`);
  return count('failed') === 0 ? 0 : 1;
}

// Numbers out of the runners' JSON reports, what they left out and why, and the table at the end of `npm test`.
import { existsSync } from 'node:fs';
import { readJson } from './files.mjs';

/**
 * @typedef {{ what: string, why: string }} LeftOut  what: the file of the test
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly LeftOut[]} leftOut
 * @property {readonly string[]} red the files with a test that failed; none when the runner itself failed
 * @property {readonly string[]} [unsteady] files that failed beside other work and passed alone
 */

/** @type {Count} */
export const nothing = { passed: 0, failed: 0, skipped: 0, leftOut: [], red: [] };
/** A second look is for what hangs on the hour; more than this is a fault. */
const mostToLookAtTwice = 4;

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {VitestFile[]} testResults
 * @typedef {{ name: string, status: string, assertionResults: VitestTest[] }} VitestFile
 * @typedef {{ status: string, meta?: { leftOut?: string } }} VitestTest  meta: see test/support/needs.ts
 */

/**
 * @typedef {object} PlaywrightReport
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {PlaywrightSuite[]} [suites]
 * @typedef {{ file: string, suites?: PlaywrightSuite[], specs?: { ok?: boolean, tests: PlaywrightTest[] }[] }} PlaywrightSuite
 * @typedef {{ status: string, annotations: { type: string, description?: string }[] }} PlaywrightTest
 */

const unsaid = 'no reason is given';

/**
 * @param {string} file written by `vitest --reporter=json`
 * @param {number} code exit code of the runner
 * @returns {Count}
 */
export function countVitest(file, code) {
  if (!existsSync(file)) return withVerdict(nothing, code);
  /** @type {VitestReport} */
  const report = readJson(file);
  // A file that does not even load has no tests to count, and is a failure all the same.
  const unloaded = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + unloaded.length;
  const skipped = report.numPendingTests + report.numTodoTests;
  const leftOut = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.flatMap(({ status, meta }) => {
      const why = meta?.leftOut ?? (status === 'passed' || status === 'failed' ? undefined : unsaid);
      return why === undefined ? [] : [{ what: name, why }];
    }),
  );
  const red = report.testResults.flatMap(({ name, status }) => (status === 'failed' ? [name] : []));
  return withVerdict({ passed: report.numPassedTests, failed, skipped, leftOut, red }, code);
}

/**
 * @param {string} file written by Playwright's json reporter
 * @param {number} code exit code of the runner
 * @returns {Count}
 */
export function countPlaywright(file, code) {
  if (!existsSync(file)) return withVerdict(nothing, code);
  /** @type {PlaywrightReport} */
  const { stats, suites = [] } = readJson(file);
  const { expected: passed, skipped } = stats;
  return withVerdict(
    {
      passed,
      failed: stats.unexpected + stats.flaky,
      skipped,
      leftOut: suites.flatMap(leftOutOf),
      red: [...new Set(suites.flatMap(redOf))],
    },
    code,
  );
}

/** @param {PlaywrightSuite} suite @returns {string[]} */
function redOf({ file, suites = [], specs = [] }) {
  return [...(specs.some(({ ok }) => ok === false) ? [file] : []), ...suites.flatMap(redOf)];
}

/** @param {PlaywrightSuite} suite @returns {LeftOut[]} */
function leftOutOf({ file, suites = [], specs = [] }) {
  const own = specs.flatMap(({ tests }) =>
    tests.flatMap(({ status, annotations }) => {
      const said = annotations.find(({ type }) => type === 'skip');
      return said === undefined && status !== 'skipped' ? [] : [{ what: file, why: said?.description ?? unsaid }];
    }),
  );
  return [...own, ...suites.flatMap(leftOutOf)];
}

/** A runner that ends badly without naming a test still counts. @param {Count} count @param {number} code @returns {Count} */
function withVerdict(count, code) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** Few files failed, each by a test of its own. @param {Count} count */
export function isWorthASecondLook({ red }) {
  return red.length > 0 && red.length <= mostToLookAtTwice;
}

/**
 * What passes alone is no fault of the program, but it is told: a test that hangs on what else the machine does gets mended.
 * @param {Count} first @param {Count} alone of the red files @returns {Count}
 */
export function afterSecondLook(first, alone) {
  if (alone.failed > 0 || alone.passed === 0) return first;
  return { ...first, passed: first.passed + first.failed, failed: 0, red: [], unsteady: first.red };
}

/** @param {readonly { title: string, count: Count, time: string }[]} results */
export function table(results) {
  const heading = ['', 'passed', 'failed', 'skipped', 'time'];
  const lines = results.map(({ title, count, time }) => [
    title,
    ...[count.passed, count.failed, count.skipped].map(String),
    time,
  ]);
  const widths = heading.map((text, column) =>
    Math.max(text.length, ...lines.map((line) => (line[column] ?? '').length)),
  );
  const format = (/** @type {readonly string[]} */ line) =>
    line
      .map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join('   ');
  return [heading, ...lines].map(format).join('\n');
}

/** One line for each reason, with the files where it held. @param {readonly Count[]} counts @param {string} root */
export function leftOutLines(counts, root) {
  /** @type {Map<string, string[]>} */
  const files = new Map();
  for (const { what, why } of counts.flatMap(({ leftOut }) => leftOut))
    files.set(why, [...(files.get(why) ?? []), what.replace(`${root}/`, '')]);
  return [...files].map(([why, all]) => `  ${all.length} × ${why} (${[...new Set(all)].join(', ')})`);
}

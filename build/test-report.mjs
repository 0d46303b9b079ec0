// Numbers out of the runners' JSON reports, what they left out and why, and the table at the end of `npm test`.
import { existsSync } from 'node:fs';
import { readJson } from './files.mjs';

/**
 * @typedef {{ what: string, why: string }} LeftOut  what: the file of the test
 * @typedef {{ passed: number, failed: number, skipped: number, leftOut: readonly LeftOut[] }} Count
 */

/** @type {Count} */
export const nothing = { passed: 0, failed: 0, skipped: 0, leftOut: [] };

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
 * @typedef {{ file: string, suites?: PlaywrightSuite[], specs?: { tests: PlaywrightTest[] }[] }} PlaywrightSuite
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
  return withVerdict({ passed: report.numPassedTests, failed, skipped, leftOut }, code);
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
    { passed, failed: stats.unexpected + stats.flaky, skipped, leftOut: suites.flatMap(leftOutOf) },
    code,
  );
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

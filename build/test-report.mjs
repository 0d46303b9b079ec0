// Numbers out of the runners' JSON reports, and the table at the end of `npm test`.
import { existsSync } from 'node:fs';
import { readJson } from './files.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @type {Count} */
const nothing = { passed: 0, failed: 0, skipped: 0 };

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ status: string, assertionResults: unknown[] }[]} testResults one for each file
 */

/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} PlaywrightReport */

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
  return withVerdict(
    { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests },
    code,
  );
}

/**
 * @param {string} file written by Playwright's json reporter
 * @param {number} code exit code of the runner
 * @returns {Count}
 */
export function countPlaywright(file, code) {
  if (!existsSync(file)) return withVerdict(nothing, code);
  /** @type {PlaywrightReport} */
  const { stats } = readJson(file);
  return withVerdict({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }, code);
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

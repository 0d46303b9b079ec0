// One run of vitest, and its numbers.
import { join } from 'node:path';
import { packageScript, root, scratch } from './paths.mjs';
import { attach } from './run.mjs';
import { countVitest } from './test-report.mjs';

/**
 * How a check is run.
 * @typedef {object} How
 * @property {readonly string[]} filter
 * @property {import('node:child_process').StdioOptions} stdio where the output goes
 * @property {string} [look] behind the name of the report, where it is not the first
 */

export const reports = join(scratch, 'reports');

/** @param {string} name of the report @param {readonly string[]} args */
export function vitestReport(name, args) {
  const report = join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { report, args: ['run', '--passWithNoTests', ...reporters, ...args] };
}

/**
 * @param {string} name of the report @param {readonly string[]} given @param {NodeJS.ProcessEnv} env
 * @param {import('node:child_process').StdioOptions} stdio
 * @param {string} [node] the runtime; this one when left out
 */
export async function runVitest(name, given, env, stdio, node = process.execPath) {
  const { report, args } = vitestReport(name, given);
  const all = [packageScript('vitest/vitest.mjs'), ...args];
  return countVitest(report, await attach(node, all, { cwd: root, env, stdio }));
}

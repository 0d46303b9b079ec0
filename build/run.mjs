// Child processes and progress lines. Progress goes to stderr so that a command's stdout stays its own.
import './node-version.cjs';
import { realpathSync } from 'node:fs';
import { endChildrenOnSignal, startChild } from './children.mjs';
import { systemProblem } from './system-problem.mjs';

/** @typedef {{ code: number, stdout: string, stderr: string }} Finished  code -1: could not be started, or timed out */

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Runs to the end and collects the output. A non-zero exit is an answer, not an exception.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('./children.mjs').ChildOptions} [options] timeout in ms
 * @returns {Promise<Finished>}
 */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = startChild(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (stderr += text));
    child.once('error', (error) => resolve({ code: -1, stdout, stderr: stderr + error.message }));
    child.once('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}

/**
 * Runs with the terminal attached.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('./children.mjs').ChildOptions} [options]
 * @returns {Promise<number>} exit code, -1 when it could not be started or died by a signal
 */
export function attach(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = startChild(command, args, { stdio: 'inherit', ...options });
    child.once('error', () => resolve(-1));
    child.once('close', (code) => resolve(code ?? -1));
  });
}

/**
 * One announced step of the set-up: its output is shown only when it fails.
 * @param {string} title
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('./children.mjs').ChildOptions & { advise?: (output: string) => string | undefined }} [options]
 *   advise: a sentence before what the program itself says of its failure
 */
export async function step(title, command, args, { advise, ...options } = {}) {
  const started = Date.now();
  say(`· ${title} …`);
  const { code, stdout, stderr } = await capture(command, args, options);
  if (code !== 0) {
    const output = `${stdout}\n${stderr}`.trim();
    const advice = advise?.(output);
    throw new SetUpError(
      `${title} failed.${advice === undefined ? '' : ` ${advice}`}\n` +
        `"${command} ${args.join(' ')}" ended with code ${code}:\n${output.split('\n').slice(-20).join('\n')}`,
    );
  }
  say(`  done in ${seconds(started)}`);
}

/** @param {number} started epoch ms */
export function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}

/** Something the reader has to put right; shown as a sentence, without a stack. */
export class SetUpError extends Error {
  /** @override */
  name = 'SetUpError';
}

/**
 * Runs `main` when the file is the one node was started with, and does nothing when it was imported.
 * @param {string} file import.meta.filename
 * @param {() => Promise<number | undefined | void>} main resolves to the exit code, where it has one to set
 */
export async function whenStarted(file, main) {
  const started = process.argv[1];
  if (started === undefined || realpathSync(started) !== file) return;
  const leaveSignalsAlone = endChildrenOnSignal();
  try {
    const code = await main();
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    say(`✗ ${sentenceOf(error)}`);
    process.exitCode = 1;
  } finally {
    leaveSignalsAlone();
  }
}

/** @param {unknown} error */
export function sentenceOf(error) {
  if (error instanceof SetUpError) return error.message;
  return systemProblem(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
}

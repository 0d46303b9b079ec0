// The programs that a command of the build has running. What ends the command ends them too, and everything that they
// started, before the command is gone: an `npm ci` left alone would go on writing where the next start begins.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * @typedef {import('node:child_process').SpawnOptions & { patient?: string }} ChildOptions
 *   patient: never killed outright; what is waited for, in words
 * @typedef {{ patient: string | undefined, ended: Promise<unknown> }} Running
 */

/** By process id. @type {Map<number, Running>} */
const running = new Map();

/** A console of Windows tells everybody in it about Ctrl-C by itself; elsewhere each gets a group, to be told as a whole. */
const grouped = process.platform !== 'win32';

/** How long a program has for ending as it likes, in ms. */
const politeDeadline = 5_000;

/** @type {readonly NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ChildOptions} options
 */
export function startChild(command, args, { patient, ...options }) {
  const child = spawn(command, args, { ...options, detached: grouped });
  const { pid } = child;
  if (pid !== undefined) {
    const ended = new Promise((resolve) => void child.once('exit', resolve));
    running.set(pid, { patient, ended });
    void ended.then(() => running.delete(pid));
  }
  return child;
}

/**
 * From now on a signal ends first the children and then this process, by way of `exit`.
 * @returns {() => void} leaves signals alone again
 */
export function endChildrenOnSignal() {
  let ending = false;
  /** @param {NodeJS.Signals} signal */
  const end = async (signal) => {
    if (ending) return;
    ending = true;
    await endChildren(signal);
    process.exit(128 + constants.signals[signal]);
  };
  /** @param {NodeJS.Signals} signal */
  const onSignal = (signal) => void end(signal);
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    for (const signal of signals) process.removeListener(signal, onSignal);
  };
}

/** @param {NodeJS.Signals} signal */
async function endChildren(signal) {
  await Promise.all(
    [...running].map(async ([pid, { patient, ended }]) => {
      tell(pid, signal);
      if (patient !== undefined) process.stderr.write(`\n· waiting until ${patient} …\n`);
      else {
        await Promise.race([ended, pause(politeDeadline, undefined, { ref: false })]);
        // Also when the first of them is gone: what it started may not have listened.
        tell(pid, 'SIGKILL');
      }
      await ended;
    }),
  );
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function tell(pid, signal) {
  try {
    process.kill(grouped ? -pid : pid, signal);
  } catch {
    // It is gone.
  }
}

// Background processes that never outlive their owner: stopped by process id, in reverse order, also when the owner is
// interrupted. Each one says by itself when it is ready; nothing here waits by the clock alone.
import { spawn } from 'node:child_process';
import { SetUpError } from '../run.mjs';

/** @typedef {{ uid: number, gid: number }} Account */
/** @typedef {object} Background
 * @property {string} name
 * @property {number} pid
 * @property {Promise<unknown>} ended settles when the process is gone
 * @property {(number: number) => Promise<string>} line the first line written on file descriptor 1, 2 or 3
 * @property {() => string} complaints what it wrote to stderr so far
 * @property {(signal?: NodeJS.Signals) => void} kill
 */

const readyDeadline = 15_000;
const politeDeadline = 3_000;

/**
 * Starts a process with pipes on 0 to 3.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, user?: Account | undefined, input?: string, cwd?: string }} options
 * @returns {Background}
 */
export function startBackground(name, args, { env, user, input, cwd }) {
  const child = spawn(name, args, { env, cwd: cwd ?? '/', stdio: ['pipe', 'pipe', 'pipe', 'pipe'], ...user });
  /** @type {string[]} */
  const texts = ['', '', '', ''];
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', (error) => {
      texts[2] += error.message;
      resolve(error);
    });
  });
  child.stdio.forEach((stream, number) => {
    stream?.on('error', () => undefined);
    if (number > 0) stream?.on('data', (/** @type {Buffer} */ chunk) => (texts[number] += chunk.toString('utf8')));
  });
  // printf semantics: exactly these bytes, no line end.
  child.stdin.end(input ?? '');
  return {
    name,
    pid: child.pid ?? -1,
    ended,
    kill: (signal = 'SIGTERM') => void child.kill(signal),
    complaints: () => (texts[2] ?? '').trim(),
    line: (number) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const [first, ...rest] = (texts[number] ?? '').split('\n');
          if (rest.length > 0) finish(() => resolve(first ?? ''));
        };
        const giveUp = () => {
          look();
          finish(() => reject(new SetUpError(`${name} did not become ready. ${texts[2]}`)));
        };
        const finish = (/** @type {() => void} */ settle) => {
          clearTimeout(timer);
          child.stdio[number]?.removeListener('data', look);
          settle();
        };
        const timer = setTimeout(giveUp, readyDeadline);
        child.stdio[number]?.on('data', look);
        void ended.then(giveUp);
        look();
      }),
  };
}

/**
 * Asks politely, then insists.
 * @param {readonly Background[]} processes in the order they were started
 */
export async function stopAll(processes) {
  for (const process of processes.toReversed()) {
    process.kill();
    const insist = setTimeout(() => process.kill('SIGKILL'), politeDeadline);
    await process.ended;
    clearTimeout(insist);
  }
}

/**
 * Runs `cleanUp` when the process ends before `release` is called: by exit, or by a signal that would have ended it.
 * @param {() => void} cleanUp synchronous
 * @returns {() => void} release
 */
export function atEnd(cleanUp) {
  /** @param {NodeJS.Signals} signal */
  const onSignal = (signal) => {
    release();
    cleanUp();
    // Whoever else listens decides how to end; with nobody left the signal takes its usual course.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const release = () => {
    process.removeListener('exit', cleanUp);
    for (const signal of signals) process.removeListener(signal, onSignal);
  };
  process.once('exit', cleanUp);
  for (const signal of signals) process.on(signal, onSignal);
  return release;
}

/** @type {readonly NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

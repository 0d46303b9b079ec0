// One holder at a time among processes of this machine: a file that names its holder's process id.
// A holder that died without letting go is noticed and its lock is taken over.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './files.mjs';

const retryMs = 40;
let taken = 0;

/**
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  // A link either appears with its content or not at all, so nobody ever reads a lock without a holder.
  taken += 1;
  const own = `${file}.${process.pid}.${taken}`;
  writeFileSync(own, String(process.pid));
  try {
    while (!tryLink(own, file)) {
      const holder = readHolder(file);
      if (holder !== undefined && !isAlive(holder)) takeOver(file, holder);
      else await pause(retryMs);
    }
  } finally {
    rmSync(own, { force: true });
  }
  const letGo = () => rmSync(file, { force: true });
  process.once('exit', letGo);
  try {
    return await work();
  } finally {
    process.removeListener('exit', letGo);
    letGo();
  }
}

/** A process that ended but was not yet collected by its parent counts as dead. @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

/** @param {string} own @param {string} file */
function tryLink(own, file) {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file @returns {number | undefined} undefined: let go in the meantime */
function readHolder(file) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10);
  } catch {
    return undefined;
  }
}

/**
 * Renames before removing: of several that saw the dead holder one wins, and a new holder caught by mistake is put back.
 * @param {string} file @param {number} dead
 */
function takeOver(file, dead) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readHolder(aside) !== dead) tryLink(aside, file);
  rmSync(aside, { force: true });
}

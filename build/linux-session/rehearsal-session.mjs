// A keychain to rehearse with on machines that have none (a headless checkout): a private D-Bus session and an unlocked
// gnome-keyring, shared by the commands that follow each other, gone after ten idle minutes. The entries stay, in a folder
// of the user's own, for the next session. NOT for production keys: whoever reads that folder can open it.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { atEnd, stopAll } from './background.mjs';
import { answers } from './desktop-session.mjs';
import { readJson } from '../files.mjs';
import { isAlive, withLock } from '../lock.mjs';
import { xdgFolder } from '../paths.mjs';
import { say, SetUpError, whenStarted } from '../run.mjs';
import { startBus, startKeyring } from './session-bus.mjs';

/** @typedef {{ address: string, pid: number, children: { pid: number, name: string }[] }} Session  pid: the supervisor */

export const idleLimit = 10 * 60 * 1000;
const runtimePrefix = '/tmp/key-custodian-rehearsal-';
const idleCheck = 20 * 1000;
const startDeadline = 20 * 1000;

/** @returns {string} the keyring file, its password and the session record; private to the user */
export function rehearsalFolder() {
  return join(xdgFolder('XDG_DATA_HOME', join('.local', 'share')), 'key-custodian-rehearsal');
}

/**
 * Finds the running session or starts one, and keeps it awake while this process lives.
 * @returns {Promise<{ address: string, started: boolean }>} the bus address
 */
export async function joinRehearsal(folder = rehearsalFolder()) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  setInterval(() => touch(folder), idleLimit / 5).unref();
  const running = await findSession(folder);
  if (running !== undefined) return { address: running.address, started: false };
  return withLock(join(folder, 'lock'), async () => {
    const other = await findSession(folder);
    const session = other ?? (await start(folder));
    return { address: session.address, started: other === undefined };
  });
}

/**
 * The recorded session if it lives. It is marked as used first: from then on the supervisor does not retire it.
 * @param {string} folder
 * @returns {Promise<Session | undefined>}
 */
export async function findSession(folder) {
  if (!touch(folder)) return undefined;
  const session = readSession(recordFile(folder));
  if (session === undefined || !isAlive(session.pid)) return undefined;
  const socket = socketOf(session);
  if (socket === undefined || !(await answers(socket))) return undefined;
  return existsSync(recordFile(folder)) ? session : undefined;
}

/** Starts the supervisor, detached from this command. Under the lock. @param {string} folder @returns {Promise<Session>} */
async function start(folder) {
  clearRemains(folder);
  const log = openSync(join(folder, 'session.log'), 'w', 0o600);
  const child = spawn(process.execPath, [import.meta.filename, folder], {
    detached: true,
    stdio: ['ignore', log, log],
    cwd: '/',
  });
  child.unref();
  const gone = new AbortController();
  child.once('exit', () => gone.abort()).once('error', () => gone.abort());
  for (const started = Date.now(); Date.now() - started < startDeadline && !gone.signal.aborted; await pause(20)) {
    const session = readSession(recordFile(folder));
    if (session !== undefined) return session;
  }
  throw new SetUpError(
    `No rehearsal keychain could be started. ${readFileSync(join(folder, 'session.log'), 'utf8').trim()}`,
  );
}

/** What a supervisor that was killed outright left running, by process id and name. @param {string} folder */
function clearRemains(folder) {
  const old = readSession(recordFile(folder));
  rmSync(recordFile(folder), { force: true });
  for (const { pid, name } of old?.children ?? []) {
    // The kernel keeps 15 characters of a name.
    if (nameOf(pid) === name.slice(0, 15)) process.kill(pid);
  }
  const runtime = dirname(socketOf(old) ?? '');
  if (runtime.startsWith(runtimePrefix)) rmSync(runtime, { recursive: true, force: true });
}

/** @param {Session | undefined} session */
function socketOf(session) {
  return /unix:path=([^,]+)/.exec(session?.address ?? '')?.[1];
}

/** @param {number} pid */
function nameOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** The supervisor's life. @param {string} folder */
async function supervise(folder) {
  const runtime = mkdtempSync(runtimePrefix);
  const base = { ...process.env, XDG_RUNTIME_DIR: runtime, XDG_DATA_HOME: folder };
  const bus = await startBus(runtime, base);
  const started = [bus.process];
  const leaveNothing = () => {
    for (const child of started.toReversed()) child.kill();
    if (readSession(recordFile(folder))?.pid === process.pid) rmSync(recordFile(folder));
    rmSync(runtime, { recursive: true, force: true });
  };
  const release = atEnd(leaveNothing);
  try {
    const env = { ...base, DBUS_SESSION_BUS_ADDRESS: bus.address };
    started.push(await startKeyring(env, keyringPassword(folder)));
    writeSession(folder, {
      address: bus.address,
      pid: process.pid,
      children: started.map(({ pid, name }) => ({ pid, name })),
    });
    const died = Promise.race(started.map((process) => process.ended)).then(() => true);
    while (!(await Promise.race([died, pause(idleCheck, false)]))) if (await retire(folder, idleLimit)) break;
  } finally {
    release();
    leaveNothing();
    await stopAll(started);
  }
}

/**
 * Ends the session's publicity when nobody used it for a while. The record is moved aside and only then looked at, so a
 * command that marked it a moment before is seen (the record returns), and one that comes later finds nothing to join.
 * @param {string} folder
 * @param {number} limit ms
 * @returns {Promise<boolean>} true: retired
 */
export async function retire(folder, limit) {
  const record = recordFile(folder);
  const stat = statSync(record, { throwIfNoEntry: false });
  if (stat === undefined) return true;
  if (Date.now() - stat.mtimeMs < limit) return false;
  return withLock(join(folder, 'lock'), async () => {
    const aside = `${record}.retiring`;
    renameSync(record, aside);
    if (Date.now() - statSync(aside).mtimeMs < limit) {
      renameSync(aside, record);
      return false;
    }
    rmSync(aside);
    return true;
  });
}

/** @param {string} folder @param {Session} session */
export function writeSession(folder, session) {
  const draft = `${recordFile(folder)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(session), { mode: 0o600 });
  renameSync(draft, recordFile(folder));
}

/** @param {string} file @returns {Session | undefined} */
function readSession(file) {
  try {
    return readJson(file);
  } catch {
    return undefined;
  }
}

/** Marks the session as used. @param {string} folder @returns {boolean} false: there is none */
function touch(folder) {
  try {
    const now = new Date();
    utimesSync(recordFile(folder), now, now);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} folder */
function recordFile(folder) {
  return join(folder, 'session.json');
}

/** @param {string} folder */
function keyringPassword(folder) {
  const file = join(folder, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

await whenStarted(import.meta.filename, async () => {
  const folder = process.argv[2];
  if (folder === undefined) throw new SetUpError('usage: rehearsal-session.mjs FOLDER');
  await supervise(folder);
  say('ended');
});

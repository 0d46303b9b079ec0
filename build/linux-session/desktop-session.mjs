// A desktop for machines that have none: a private X display, D-Bus session and throw-away keyring, for tests and the
// walk-through. Nothing of the real user's session is touched or reachable, and nothing is left behind.
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd, startBackground, stopAll } from './background.mjs';
import { isRoot } from '../paths.mjs';
import { capture, SetUpError } from '../run.mjs';
import { canActivateSecrets, ownsSecrets, startBus, startKeyring } from './session-bus.mjs';

/**
 * @typedef {object} DesktopSession
 * @property {NodeJS.ProcessEnv} env environment for everything that shall run in the session
 * @property {import('./background.mjs').Account | undefined} user the account it belongs to; undefined: the caller's own
 * @property {(name: string) => string} folder makes a fresh folder that belongs to the session's account
 * @property {() => Promise<void>} stop
 */

const password = 'throw-away';
const ambientMark = 'KEY_CUSTODIAN_DESKTOP_SESSION';

/**
 * @param {{ display: boolean, keyring: 'unlocked' | 'locked' | 'none', user?: import('./background.mjs').Account | undefined }} wanted
 * @returns {Promise<DesktopSession>}
 */
export async function startDesktopSession({ display, keyring, user }) {
  if (process.platform !== 'linux') throw new SetUpError('Private desktop sessions are made on Linux only.');
  // The socket paths below are limited to 107 characters, and another account must be able to come here.
  const home = mkdtempSync(join(existsSync('/tmp') ? '/tmp' : tmpdir(), 'key-custodian-desktop-'));
  const own = (/** @type {string} */ path) => user && chownSync(path, user.uid, user.gid);
  own(home);
  const folders = homeVariables(home);
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...withoutDesktop(process.env), ...folders, [ambientMark]: user ? `${user.uid}:${user.gid}` : 'own' };
  for (const path of [join(home, '.local'), ...Object.values(folders)]) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    own(path);
  }
  /** @type {import('./background.mjs').Background[]} */
  const started = [];
  const release = atEnd(() => {
    for (const process of started.toReversed()) process.kill();
    rmSync(home, { recursive: true, force: true });
  });
  const stop = async () => {
    release();
    await stopAll(started.splice(0));
    rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    if (display) {
      const screen = await startScreen(home, env, user);
      started.push(screen.process);
      Object.assign(env, screen.env);
    }
    const bus = await startBus(folders.XDG_RUNTIME_DIR, env, user);
    started.push(bus.process);
    env['DBUS_SESSION_BUS_ADDRESS'] = bus.address;
    if (keyring !== 'none') {
      const open = await startKeyring(env, password, user);
      if (keyring === 'unlocked') started.push(open);
      else {
        await stopAll([open]);
        started.push(await startKeyring(env, undefined, user));
      }
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { env, user, stop, folder: folderMaker(home, user) };
}

/**
 * The session this process was started in, when `npm test` has made one.
 * @returns {DesktopSession | undefined}
 */
export function ambientSession() {
  const mark = process.env[ambientMark];
  const home = process.env['HOME'];
  if (mark === undefined || home === undefined) return undefined;
  const [uid, gid] = mark.split(':').map(Number);
  const user = uid !== undefined && gid !== undefined ? { uid, gid } : undefined;
  return { env: process.env, user, stop: async () => undefined, folder: folderMaker(home, user) };
}

/**
 * The account for a sandboxed Electron: the sandbox refuses root, so root drops to `nobody`.
 * @returns {Promise<import('./background.mjs').Account | undefined>} undefined: the caller's own will do
 */
export async function ordinaryUser() {
  if (!isRoot) return undefined;
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => capture('id', [flag, 'nobody'])));
  return { uid: Number(uid?.stdout || 65_534), gid: Number(gid?.stdout || 65_534) };
}

/**
 * @param {string} home
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./background.mjs').Account} [user]
 */
async function startScreen(home, env, user) {
  const sockets = '/tmp/.X11-unix';
  if (isRoot && !existsSync(sockets)) {
    mkdirSync(sockets);
    chmodSync(sockets, 0o1777);
  }
  const authority = join(home, '.Xauthority');
  writeFileSync(authority, xauthority(), { mode: 0o600 });
  if (user) chownSync(authority, user.uid, user.gid);
  const args = ['-displayfd', '3', '-auth', authority, '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset'];
  const process = startBackground('Xvfb', args, { env, user });
  const number = await process.line(3);
  return { process, env: { DISPLAY: `:${number}`, XAUTHORITY: authority } };
}

/** One random cookie for any host and display (family "wild"), in the format of Xauthority(5): 16-bit lengths, big-endian. */
function xauthority() {
  const none = Buffer.alloc(0);
  const fields = [none, none, Buffer.from('MIT-MAGIC-COOKIE-1'), randomBytes(16)];
  return Buffer.concat([
    Buffer.from([0xff, 0xff]),
    ...fields.flatMap((bytes) => [Buffer.from([0, bytes.length]), bytes]),
  ]);
}

/** @param {string} home */
function homeVariables(home) {
  return {
    HOME: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_STATE_HOME: join(home, '.local', 'state'),
  };
}

/** @param {NodeJS.ProcessEnv} env */
function withoutDesktop(env) {
  const foreign =
    /^(DISPLAY|WAYLAND_.*|XAUTHORITY|DBUS_.*|XDG_.*|GNOME_KEYRING_.*|SSH_AUTH_SOCK|ELECTRON_RUN_AS_NODE|NODE_OPTIONS)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}

/**
 * @param {string} home
 * @param {import('./background.mjs').Account} [user]
 * @returns {DesktopSession['folder']}
 */
function folderMaker(home, user) {
  return (name) => {
    const made = mkdtempSync(join(home, `${name}-`));
    if (user) chownSync(made, user.uid, user.gid);
    return made;
  };
}

/** Is there a screen for a window? A local X display has to answer; a forwarded or Wayland one is taken at its word. */
export async function hasDisplay() {
  if (process.platform !== 'linux') return true;
  if (process.env['WAYLAND_DISPLAY']) return true;
  const display = process.env['DISPLAY'];
  if (display === undefined || display === '') return false;
  const local = /^(?:unix)?:(\d+)/.exec(display)?.[1];
  return local === undefined || answers(`/tmp/.X11-unix/X${local}`);
}

/**
 * Is there a keychain to talk to? One that would have to be started first counts only where it can be unlocked:
 * with a screen to ask on, or with a login that already handed over the password.
 */
export async function hasSecretService() {
  if (process.platform !== 'linux') return true;
  const runtime = process.env['XDG_RUNTIME_DIR'];
  const implied = runtime !== undefined && existsSync(join(runtime, 'bus'));
  if (!process.env['DBUS_SESSION_BUS_ADDRESS'] && !implied) return false;
  if (await ownsSecrets(process.env)) return true;
  const unlockable = (await hasDisplay()) || (runtime !== undefined && existsSync(join(runtime, 'keyring', 'control')));
  return unlockable && canActivateSecrets(process.env);
}

/** @param {string} socket @returns {Promise<boolean>} */
export function answers(socket) {
  return new Promise((resolve) => {
    const connection = connect(socket);
    connection.setTimeout(1_000, () => connection.destroy(new Error('no answer')));
    connection.once('connect', () => (connection.end(), resolve(true)));
    connection.once('error', () => resolve(false));
  });
}

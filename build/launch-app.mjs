// Starts the built app under Playwright with Chromium's sandbox ON, in a desktop session. Root, whom the sandbox refuses,
// starts it as the session's ordinary user, from a staged copy, since a checkout may be unreadable for that user.
import { chmodSync, copyFileSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ambientSession } from './linux-session/desktop-session.mjs';
import { electronRuntime, sharedRuntime } from './electron-runtime.mjs';
import { readJson } from './files.mjs';
import { root } from './paths.mjs';
import { capture, say, SetUpError } from './run.mjs';
import { withSandbox } from './sandbox.mjs';

/**
 * @typedef {object} LaunchOptions
 * @property {import('./linux-session/desktop-session.mjs').DesktopSession} [session] default: the one this process runs in
 * @property {string} dataDir the app's own folder; make it with `session.folder(…)` so that the app may write to it
 * @property {readonly string[]} [args] further arguments for the app
 * @property {string} [executable] an Electron other than the usual, or a packaged app
 * @property {string} [app] folder with a package.json; default: this checkout, as built
 * @property {NodeJS.ProcessEnv} [env] further environment
 * @property {boolean} [held] the app waits for its driver before it begins: by default where it is not packaged, since what is
 *   packaged cannot; not where a start is timed
 */

/**
 * @param {LaunchOptions} options
 * @returns {Promise<import('@playwright/test').ElectronApplication>}
 */
export async function launchApp({
  session = ambientSession(),
  dataDir,
  args = [],
  executable,
  app,
  env,
  held = executable === undefined,
}) {
  if (session === undefined) throw new SetUpError('No desktop session: pass one from startDesktopSession().');
  const { _electron } = await import('@playwright/test');
  const folder = app ?? (session.user ? stagedApp() : root);
  const electron = executable ?? (await runtimeFor(session));
  const all = [
    ...(held ? ['-r', holder()] : []),
    folder,
    `--data-dir=${dataDir}`,
    `--user-data-dir=${join(dataDir, 'electron')}`,
    ...gpuArgs(session),
    ...args,
  ];
  const options = {
    executablePath: session.user ? wrapper(electron, session.user) : electron,
    args: all,
    cwd: dataDir,
    env: definedOnly({ ...session.env, ...env }),
    chromiumSandbox: true,
    // The page looks as the program says, not as the driver would have it.
    colorScheme: null,
    timeout: launchDeadline,
  };
  return launchPatiently(() => _electron.launch(options));
}

/** Milliseconds; a start takes one or two seconds. */
const launchDeadline = 15_000;

/**
 * On a busy machine the driver now and then misses the program's first words and waits for ever. It is ended then, and
 * started again; silence at every start is a real failure.
 * @param {() => Promise<import('@playwright/test').ElectronApplication>} launch
 * @returns {Promise<import('@playwright/test').ElectronApplication>}
 */
function launchPatiently(launch, starts = 5) {
  return launch().catch((/** @type {unknown} */ error) => {
    if (starts === 1 || !(error instanceof Error && error.name === 'TimeoutError')) throw error;
    say('· the window did not answer its driver; starting it once more');
    return launchPatiently(launch, starts - 1);
  });
}

/**
 * The Electron that the account of a session can start, with its sandbox.
 * @param {import('./linux-session/desktop-session.mjs').DesktopSession} session
 * @returns {Promise<string>} the executable
 */
export async function runtimeFor(session) {
  const found = await electronRuntime();
  const readable =
    session.user === undefined || (await capture('test', ['-x', found.executable], session.user)).code === 0;
  const runtime = readable ? found : await sharedRuntime(found);
  return withSandbox(runtime.executable, {
    user: session.user,
    env: session.env,
    copy: async () => (await sharedRuntime(found)).executable,
  });
}

/** A private X display has no graphics card behind it. @param {import('./linux-session/desktop-session.mjs').DesktopSession} session */
function gpuArgs(session) {
  return process.platform === 'linux' && session.env['DISPLAY'] !== undefined ? ['--disable-gpu'] : [];
}

/** @type {Map<string, string>} */
const wrappers = new Map();

/**
 * Playwright starts a program and has no notion of accounts, so the program is a script that changes the account first.
 * @param {string} electron
 * @param {import('./linux-session/background.mjs').Account} user
 */
function wrapper(electron, { uid, gid }) {
  const name = `${electron} ${uid} ${gid}`;
  const known = wrappers.get(name);
  if (known !== undefined) return known;
  const script = join(temporaryFolder('launch'), 'electron-as-user');
  writeFileSync(
    script,
    `#!/bin/sh\nexec setpriv --reuid=${uid} --regid=${gid} --clear-groups -- ${quote(electron)} "$@"\n`,
  );
  chmodSync(script, 0o755);
  wrappers.set(name, script);
  return script;
}

/** @type {string | undefined} */
let holding;

/** build/until-driven.cjs where every account can read it; what is packaged takes no such thing. */
function holder() {
  if (holding !== undefined) return holding;
  holding = join(temporaryFolder('driver'), 'until-driven.cjs');
  copyFileSync(join(root, 'build/until-driven.cjs'), holding);
  return holding;
}

/** @type {string | undefined} */
let staged;

/** What the app consists of at run time, copied to where every user can read it; once for each process. */
export function stagedApp() {
  if (staged !== undefined) return staged;
  const folder = temporaryFolder('app');
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true, filter: (path) => !path.endsWith('.map') });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  for (const name of nativePackages()) {
    cpSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), {
      recursive: true,
      filter: neededAtRunTime,
    });
  }
  staged = folder;
  return folder;
}

/** The production dependencies and theirs, as npm has laid them out. @returns {Set<string>} */
function nativePackages() {
  /** @type {Set<string>} */
  const found = new Set();
  const waiting = ['.'];
  for (const name of waiting) {
    const file = name === '.' ? join(root, 'package.json') : join(root, 'node_modules', name, 'package.json');
    /** @type {{ dependencies?: Record<string, string> }} */
    const { dependencies = {} } = readJson(file);
    for (const dependency of Object.keys(dependencies)) {
      if (found.has(dependency) || !existsSync(join(root, 'node_modules', dependency))) continue;
      found.add(dependency);
      waiting.push(dependency);
    }
  }
  return found;
}

/** Prebuilt binaries of other platforms, and C++ sources, stay behind. @param {string} path */
function neededAtRunTime(path) {
  const prebuilt = /[\\/]prebuilds[\\/]([^\\/]+)/.exec(path)?.[1];
  return (
    (prebuilt === undefined || prebuilt === `${process.platform}-${process.arch}`) &&
    !/\.(cc|cpp|c|h|md|map)$/.test(path)
  );
}

/** @param {string} name */
function temporaryFolder(name) {
  const folder = mkdtempSync(`/tmp/key-custodian-${name}-`);
  chmodSync(folder, 0o755);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** @param {string} text */
function quote(text) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** @param {NodeJS.ProcessEnv} env @returns {Record<string, string>} */
function definedOnly(env) {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

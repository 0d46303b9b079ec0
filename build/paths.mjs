// Where things lie: the checkout, its outputs, and the cache that outlives a checkout.
// As root the cache is world-readable, because sandboxed test runs drop to an ordinary user who must read the runtime.
import { homedir, userInfo } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const dist = join(root, 'dist');
/** Scratch of the build itself: type output, staging, locks, reports. Never shipped. */
export const scratch = join(root, 'out');

export const isRoot = process.getuid?.() === 0;

/** Readable by everybody, changed by root alone. */
export const rootsCache = '/var/cache/key-custodian';

/** @returns {string} absolute path; not created here */
export function cacheFolder() {
  if (isRoot) return rootsCache;
  return join(xdgFolder('XDG_CACHE_HOME', '.cache'), 'key-custodian');
}

/**
 * A base folder as the XDG specification has it: a variable that is empty or no absolute path counts as not set.
 * @param {'XDG_CACHE_HOME' | 'XDG_DATA_HOME'} variable
 * @param {string} otherwise below the home folder
 */
export function xdgFolder(variable, otherwise) {
  const set = process.env[variable];
  return set !== undefined && isAbsolute(set) ? set : join(homeFolder(), otherwise);
}

/** HOME where it says a place, and what the system has on record for the account where it does not. */
function homeFolder() {
  const home = homedir();
  return isAbsolute(home) ? home : userInfo().homedir;
}

/**
 * The script of a package installed in node_modules, to be run with `process.execPath`: no shell, the same on every platform.
 * @param {string} relative for example `vitest/vitest.mjs`
 */
export function packageScript(relative) {
  return join(root, 'node_modules', ...relative.split('/'));
}

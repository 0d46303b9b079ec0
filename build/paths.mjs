// Where things lie: the checkout, its outputs, and the cache that outlives a checkout.
// As root the cache is world-readable, because sandboxed test runs drop to an ordinary user who must read the runtime.
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const dist = join(root, 'dist');
/** Scratch of the build itself: type output, staging, locks, reports. Never shipped. */
export const scratch = join(root, 'out');

export const isRoot = process.getuid?.() === 0;

/** @returns {string} absolute path; not created here */
export function cacheFolder() {
  if (isRoot) return '/var/cache/key-custodian';
  const base = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return join(base, 'key-custodian');
}

/**
 * The script of a package installed in node_modules, to be run with `process.execPath`: no shell, the same on every platform.
 * @param {string} relative for example `vitest/vitest.mjs`
 */
export function packageScript(relative) {
  return join(root, 'node_modules', ...relative.split('/'));
}

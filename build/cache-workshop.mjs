// A folder in the cache to make something large in, which is then moved into place whole. One at a time, and gone however
// this process ends; what one that was killed outright has left is cleared away by the next.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { cacheFolder } from './paths.mjs';

const prefix = '.making-';

/**
 * @template T
 * @param {(workshop: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inCacheWorkshop(work, cache = cacheFolder()) {
  mkdirSync(cache, { recursive: true, mode: 0o755 });
  return withLock(join(cache, 'electron.lock'), async () => {
    for (const name of readdirSync(cache)) if (name.startsWith(prefix)) remove(join(cache, name));
    const workshop = mkdtempSync(join(cache, prefix));
    const leaveNothing = () => remove(workshop);
    process.once('exit', leaveNothing);
    try {
      return await work(workshop);
    } finally {
      process.removeListener('exit', leaveNothing);
      leaveNothing();
    }
  });
}

/** @param {string} folder */
function remove(folder) {
  rmSync(folder, { recursive: true, force: true });
}

// Is a built file newer than everything it was built from? A walk over file times; a few milliseconds for this repository.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The newest change below the given files and folders, as epoch ms. A folder's own time counts, so removals are seen too.
 * Paths that do not exist count as never changed.
 * @param {readonly string[]} paths
 * @returns {number}
 */
export function newestChange(paths) {
  let newest = 0;
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) continue;
    newest = Math.max(newest, stat.mtimeMs);
    if (stat.isDirectory()) newest = Math.max(newest, newestChange(readdirSync(path).map((name) => join(path, name))));
  }
  return newest;
}

/**
 * @param {string} built
 * @param {readonly string[]} sources
 */
export function isFresh(built, sources) {
  const stat = statSync(built, { throwIfNoEntry: false });
  return stat !== undefined && stat.mtimeMs >= newestChange(sources);
}

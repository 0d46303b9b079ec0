// node_modules agrees with package-lock.json, or is made to by `npm ci`.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './files.mjs';
import { withLock } from './lock.mjs';
import { root, scratch } from './paths.mjs';
import { step } from './run.mjs';

/** @param {string} [folder] the checkout */
export async function installDependencies(folder = root) {
  if (dependenciesAreCurrent(folder)) return;
  await withLock(join(scratch, 'install.lock'), async () => {
    if (dependenciesAreCurrent(folder)) return;
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    await step('installing dependencies (npm ci)', npm, ['ci', '--no-audit', '--no-fund'], {
      cwd: folder,
      shell: process.platform === 'win32',
    });
    writeFileSync(stampFile(folder), lockDigest(folder));
  });
}

/**
 * The quick answer is a stamp with the lock file's digest. Without it, npm's own record of what it installed is compared,
 * so that a plain `npm install` by hand is not undone.
 * @param {string} folder
 */
export function dependenciesAreCurrent(folder) {
  if (!existsSync(join(folder, 'node_modules'))) return false;
  const digest = lockDigest(folder);
  const stamp = stampFile(folder);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return true;
  const hidden = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden) || !agrees(packagesOf(join(folder, 'package-lock.json')), packagesOf(hidden))) return false;
  writeFileSync(stamp, digest);
  return true;
}

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages */

/** @param {Packages} wanted @param {Packages} installed */
function agrees(wanted, installed) {
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const found = installed[path];
    if (path === '' || (found === undefined && optional === true)) return true;
    return found !== undefined && found.version === version && found.integrity === integrity;
  });
}

/** @param {string} file @returns {Packages} */
function packagesOf(file) {
  /** @type {{ packages?: Packages }} */
  const { packages = {} } = readJson(file);
  return packages;
}

/** @param {string} folder */
function lockDigest(folder) {
  return createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
}

/** @param {string} folder */
function stampFile(folder) {
  return join(folder, 'node_modules', '.key-custodian-stamp');
}

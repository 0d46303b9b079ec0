// node_modules agrees with package-lock.json, or is made to by `npm ci`.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './files.mjs';
import { withLock } from './lock.mjs';
import { root, scratch } from './paths.mjs';
import { hasCommand } from './system-packages.mjs';
import { step } from './run.mjs';
import { problemIn } from './system-problem.mjs';

/** @param {string} [folder] the checkout */
export async function installDependencies(folder = root) {
  if (dependenciesAreCurrent(folder)) return;
  await withLock(join(scratch, 'install.lock'), async () => {
    if (dependenciesAreCurrent(folder)) return;
    await npmStep('installing dependencies (npm ci)', ['ci', '--no-audit', '--no-fund'], folder);
    writeStamp(folder, lockDigest(folder));
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
  // An npm that was ended while it cleared away leaves the stamp, and its own record, to packages that are gone.
  if (!isWhole(folder)) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return true;
  const hidden = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden) || !agrees(packagesOf(join(folder, 'package-lock.json')), packagesOf(hidden))) return false;
  writeStamp(folder, digest);
  return true;
}

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, link?: boolean }>} Packages */

/** Is every package that has to be there? @param {string} folder */
function isWhole(folder) {
  return Object.entries(packagesOf(join(folder, 'package-lock.json'))).every(
    ([path, { optional, link }]) =>
      path === '' || optional === true || link === true || existsSync(join(folder, path, 'package.json')),
  );
}

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

/** A new file: in a tree of hard links the old one is that of other checkouts, too. @param {string} folder @param {string} digest */
function writeStamp(folder, digest) {
  rmSync(stampFile(folder), { force: true });
  writeFileSync(stampFile(folder), digest);
}

/**
 * One npm command as a step. Where the system can, npm ends with this process however that ends, so that none is left to
 * write into a folder where the next start begins.
 * @param {string} title
 * @param {readonly string[]} args
 * @param {string} folder
 */
export async function npmStep(title, args, folder) {
  const options = { cwd: folder, advise: npmAdvice };
  if (process.platform === 'win32') return step(title, 'npm.cmd', args, { ...options, shell: true });
  if (process.platform === 'linux' && hasCommand('setpriv'))
    return step(title, 'setpriv', ['--pdeathsig', 'TERM', '--', 'npm', ...args], options);
  return step(title, 'npm', args, options);
}

/** @param {string} output what npm said */
export function npmAdvice(output) {
  if (
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/.test(
      output,
    )
  )
    return (
      'The npm registry cannot be reached. Connect this machine, or set the registry and the proxy that your house uses ' +
      '(`npm config set registry URL`, `npm config set https-proxy URL`), and run it again.'
    );
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(output))
    return (
      'The certificate of the npm registry is not trusted here. Give npm the authority of your house ' +
      '(`npm config set cafile FILE`), and run it again.'
    );
  if (output.includes('can only install packages when your package.json and package-lock.json'))
    return 'package.json and package-lock.json do not belong together: take both from the same commit. Who changed one runs `npm install`.';
  if (/\bE(401|403|404)\b/.test(output))
    return 'The npm registry does not hand a package out. Look at `npm config get registry` and its credentials.';
  if (
    /could not determine executable|ENOENT.*spawn|spawn.*ENOENT|command not found/.test(output) ||
    output.includes('failed to execute npm')
  )
    return 'npm is not to be found. It comes with Node; see that `npm --version` answers, and run it again.';
  return problemIn(output);
}

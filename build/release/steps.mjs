// The steps of a release, but for those that look into a package (inside.mjs). Each answers with what it found, or throws.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describeRuntime } from '../electron-runtime.mjs';
import { readJson } from '../files.mjs';
import { dist, root, scratch } from '../paths.mjs';
import { attach, capture, SetUpError } from '../run.mjs';
import { hasCommand } from '../system-packages.mjs';
import { namedPackage, publicLine } from './document.mjs';
import { leftOut } from './verdicts.mjs';

/** @typedef {import('./document.mjs').NamedPackage} NamedPackage */

/** In bytes: what a download of it may be. */
const largestDeb = 70_000_000;
export const out = join(root, 'release');
export const documentName = 'key-custodian.release';

/** @param {string} version @param {string | undefined} date @param {(what: string) => string} told */
export async function sourcesAre(version, date, told) {
  const changed = await capture('git', ['status', '--porcelain'], { cwd: root });
  const { stdout: commit } = await capture('git', ['rev-parse', '--short', 'HEAD'], { cwd: root });
  const tag = await capture('git', ['tag', '--points-at', 'HEAD', `v${version}`], { cwd: root });
  if (changed.stdout !== '') return told('something in the checkout is not committed');
  if (date === undefined) return told(`CHANGELOG.md has no heading “${version} (YYYY-MM-DD)”`);
  if (tag.stdout.trim() === '') return told(`the commit ${commit.trim()} has no tag v${version}`);
  return `${version} of ${date}, commit ${commit.trim()}`;
}

/** @param {import('../electron-runtime.mjs').Runtime} runtime @param {(what: string) => string} told */
export function engineOf(runtime, told) {
  return runtime.origin === 'official'
    ? `Electron ${runtime.version}`
    : told(`${describeRuntime(runtime)}, which is no engine for others`);
}

/** @returns {readonly string[]} */
function pinnedKeys() {
  /** @type {{ keys: readonly string[] }} */
  const { keys } = readJson(join(root, 'main/composition/release.json'));
  return keys;
}

/** @param {import('node:crypto').KeyObject | undefined} key @param {(what: string) => string} told */
export function pinned(key, told) {
  const keys = pinnedKeys();
  if (keys.length === 0) return told('main/composition/release.json pins no key: what is built can verify no release');
  if (key !== undefined && !keys.includes(publicLine(key)))
    return told('the given key is none of those that are pinned');
  return `${keys.length} pinned`;
}

/**
 * Every program of an officer takes what a pinned key signed, wherever it came from: so none of it is left by a dry run, nor by a
 * release of which something failed.
 * @param {import('node:crypto').KeyObject} key
 * @param {{ dryRun: boolean, verdicts: readonly import('./verdicts.mjs').Verdict[], keys?: readonly string[] }} before
 */
export function refuseToSign(key, { dryRun, verdicts, keys = pinnedKeys() }) {
  const failed = verdicts.filter(({ state }) => state === 'failed').map(({ title }) => title);
  if (dryRun && keys.includes(publicLine(key)))
    throw new SetUpError('a dry run is signed by no key that is pinned: take one that counts for nobody');
  if (!dryRun && failed.length > 0) throw new SetUpError(`not signed, for this failed: ${failed.join(', ')}`);
}

export function channelHere() {
  /** @type {{ channel: string }} */
  const { channel } = readJson(join(root, 'main/composition/release.json'));
  return channel;
}

/** @param {boolean} quick @returns {Promise<string[]>} the files */
export async function makePackages(quick) {
  if (process.platform !== 'linux')
    throw new SetUpError('This machine makes no Linux packages, and the others are not made by this script yet.');
  const targets = ['deb', ...(hasCommand('rpmbuild') ? ['rpm'] : []), 'tar.gz'];
  const args = ['-r', './build/node-version.cjs', 'build/package.mjs', ...targets, ...(quick ? ['--quick'] : [])];
  if ((await attach(process.execPath, args, { cwd: root })) !== 0) throw new SetUpError('The packages were not made.');
  return readFileSync(join(out, 'SHA256SUMS'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => join(out, line.slice(66)));
}

/** @param {readonly NamedPackage[]} packages @param {boolean} quick */
export function sizeOf(packages, quick) {
  if (quick) return leftOut('quick packages are larger');
  const bytes = packages.find(({ file }) => file.endsWith('.deb'))?.bytes ?? 0;
  const said = `the deb has ${(bytes / 1e6).toFixed(1)} MB of at most ${largestDeb / 1e6}`;
  if (bytes > largestDeb) throw new SetUpError(said);
  return said;
}

/** From the sources on: also what was bundled is made anew. @param {readonly NamedPackage[]} before @param {boolean} quick */
export async function madeAgain(before, quick) {
  rmSync(dist, { recursive: true, force: true });
  const again = (await makePackages(quick)).map(namedPackage);
  const other = again.filter(({ file, sha256 }) => before.find((one) => one.file === file)?.sha256 !== sha256);
  if (other.length > 0) throw new SetUpError(`Not the same again: ${other.map(({ file }) => file).join(', ')}`);
  return 'the same, octet by octet';
}

export async function checksumsAgree() {
  const { code, stdout, stderr } = await capture('sha256sum', ['--check', 'SHA256SUMS'], { cwd: out });
  if (code !== 0) throw new SetUpError(`${stdout}${stderr}`.trim());
  return `${stdout.trim().split('\n').length} files`;
}

/** By a program that is not ours, where there is one. @param {string} publicKey @param {Buffer} text */
export async function verifiedByOthers(publicKey, text) {
  writeFileSync(join(out, 'key-custodian.pub'), `untrusted comment: key-custodian\n${publicKey}\n`);
  if (!hasCommand('signify-openbsd')) return 'signed; signify is not here to verify it';
  const read = join(scratch, 'release.json');
  const args = ['-V', '-e', '-p', join(out, 'key-custodian.pub'), '-x', join(out, documentName), '-m', read];
  const { code, stderr } = await capture('signify-openbsd', args);
  if (code !== 0 || !readFileSync(read).equals(text)) throw new SetUpError(`signify says no: ${stderr.trim()}`);
  return 'signed, and verified with signify';
}

/** @param {string} deb */
export async function installedAndDriven(deb) {
  const report = join(scratch, 'release-driven.json');
  mkdirSync(scratch, { recursive: true });
  rmSync(report, { force: true });
  await attach(process.execPath, [join(root, 'test/packages/run.mjs'), report, deb], {
    cwd: root,
    patient: 'the bare machine is removed',
  });
  if (!existsSync(report)) throw new SetUpError('It did not come to its end.');
  /** @type {{ passed: number, failed: number, why?: string }} */
  const { passed, failed, why } = readJson(report);
  if (why !== undefined) return leftOut(why);
  if (failed > 0) throw new SetUpError(`${failed} of ${passed + failed} failed`);
  return `${passed} of ${passed} on a bare Debian`;
}

/** What the drive measured, if it was this package. @param {string} deb @param {readonly NamedPackage[]} packages */
export function figuresOf(deb, packages) {
  const measured = join(scratch, 'installed.txt');
  const size = packages.find(({ file }) => file === basename(deb))?.bytes ?? 0;
  return existsSync(measured) ? `package: ${(size / 1e6).toFixed(1)} MB\n${readFileSync(measured, 'utf8').trim()}` : '';
}

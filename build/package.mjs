// `npm run package -- [deb] [rpm] [tar.gz] [AppImage | nsis | dmg | zip …]`: the program for this platform in release/. Without a
// word: only unpacked; `--quick` packs larger and sooner. What other systems' packages need here and is not there is said in words.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allBundles } from './bundle.mjs';
import { describeRuntime } from './electron-runtime.mjs';
import { readJson } from './files.mjs';
import { packers, writeChecksums } from './packages/linux.mjs';
import { releaseDate, stageTree } from './packages/tree.mjs';
import { packageScript, root, scratch } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { attach, say, seconds, SetUpError, whenStarted } from './run.mjs';

/** @typedef {import('./electron-runtime.mjs').Runtime} Runtime */

/** Where electron-builder makes each of its own, and what it fetches for that from elsewhere. */
const builderTargets = new Map([
  ['AppImage', { platform: 'linux', needs: 'the AppImage runtime, which electron-builder fetches from GitHub' }],
  ['nsis', { platform: 'win32', needs: 'Windows, or wine and NSIS, which electron-builder fetches from GitHub' }],
  ['msi', { platform: 'win32', needs: 'Windows with the WiX toolset' }],
  ['dmg', { platform: 'darwin', needs: 'macOS' }],
  ['zip', { platform: 'darwin', needs: 'macOS' }],
]);
const release = join(root, 'release');

await whenStarted(import.meta.filename, async () => {
  const quick = process.argv.includes('--quick');
  const wanted = process.argv.slice(2).filter((word) => word !== '--quick');
  const ours = wanted.filter((target) => Object.hasOwn(packers, target));
  const builders = wanted.filter((target) => !ours.includes(target));
  refuseWhatCannotBeMade(ours, builders);
  const runtime = await prepare({ system: ours.length > 0 ? ['packages'] : [], bundles: allBundles });
  say(`· packing with ${describeRuntime(runtime)}`);
  const electron = cleanCopy(runtime);
  try {
    const code = await electronBuilder(builders.length > 0 ? builders : ['dir'], runtime, electron);
    if (code !== 0 || ours.length === 0) return code;
  } finally {
    rmSync(electron, { recursive: true, force: true });
  }
  await packForLinux(ours, runtime, quick);
  return 0;
});

/** What cannot be made on this machine, and what it would need. @returns {{ target: string, needs: string }[]} */
export function notMadeHere() {
  return [...builderTargets]
    .filter(([target, { platform }]) => platform !== process.platform || target === 'AppImage')
    .map(([target, { needs }]) => ({ target, needs }));
}

/** @param {readonly string[]} ours @param {readonly string[]} builders */
function refuseWhatCannotBeMade(ours, builders) {
  const [foreign] = ours;
  if (foreign !== undefined && process.platform !== 'linux')
    throw new SetUpError(`${foreign} is made on Linux: its tools and the modes of its files are those of Linux.`);
  for (const target of builders) {
    const known = builderTargets.get(target);
    const all = [...Object.keys(packers), ...builderTargets.keys()].join(', ');
    if (known === undefined) throw new SetUpError(`There is no package “${target}”. Choose from ${all}.`);
    if (known.platform !== process.platform)
      throw new SetUpError(`${target} cannot be made on this machine: it needs ${known.needs}. Nothing was made.`);
  }
}

/** @param {readonly string[]} targets @param {Runtime} runtime @param {string} electron @returns {Promise<number>} */
function electronBuilder(targets, { version }, electron) {
  const platform = process.platform === 'darwin' ? '--mac' : process.platform === 'win32' ? '--win' : '--linux';
  // It would think of publishing when a script is called “release”.
  const args = [platform, ...targets, '--publish', 'never'];
  const settings = [`-c.electronVersion=${version}`, `-c.electronDist=${electron}`];
  return attach(process.execPath, [packageScript('electron-builder/cli.js'), ...args, ...settings], { cwd: root });
}

/** @param {readonly string[]} targets @param {Runtime} runtime @param {boolean} quick */
async function packForLinux(targets, runtime, quick) {
  /** @type {{ version: string }} */
  const { version } = readJson(join(root, 'package.json'));
  const date = await releaseDate();
  const unpacked = join(release, 'linux-unpacked');
  if (!existsSync(unpacked)) throw new SetUpError('There is no release/linux-unpacked to pack.');
  const tree = await stageTree({ unpacked, version, electron: runtime.version, date });
  const made = [];
  for (const target of targets) {
    const started = Date.now();
    const pack = packers[target];
    if (pack === undefined) continue;
    made.push(await pack({ tree, into: release, version, date, quick }));
    say(`  • ${target} in ${seconds(started)}`);
  }
  writeChecksums(made, release);
}

/**
 * Electron without an app of its own: neither the stand-in nor the default app belongs in a package.
 * @param {Runtime} runtime
 * @returns {string} folder
 */
function cleanCopy({ executable }) {
  const source = process.platform === 'darwin' ? dirname(dirname(dirname(dirname(executable)))) : dirname(executable);
  const folder = join(scratch, 'electron');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const left = new Set([join(source, 'resources', 'app'), join(source, 'resources', 'default_app.asar')]);
  cpSync(source, folder, { recursive: true, verbatimSymlinks: true, filter: (path) => !left.has(path) });
  return folder;
}

// The set-up every command shares: dependencies, Electron, system packages, bundles. Each step is left out when its result
// is there and current, so a second run costs a fraction of a second. Runs on a bare Node, before node_modules exists.
import { installDependencies } from './dependencies.mjs';
import { allBundles, compileForWindow, ensureBundles } from './bundle.mjs';
import { describeRuntime, electronRuntime } from './electron-runtime.mjs';
import { say, whenStarted } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * @typedef {object} Wish
 * @property {readonly import('./system-packages.mjs').Purpose[]} system
 * @property {readonly import('./bundle.mjs').Bundle[]} bundles
 */

/** Node alone: what the command line needs. @param {Wish} wish */
export async function prepareForNode({ system, bundles }) {
  await installDependencies();
  await ensureSystemPackages(system);
  await ensureBundles(bundles);
}

/**
 * With Electron: what the window, the tests and the packaging need.
 * @param {Wish} wish
 * @returns {Promise<import('./electron-runtime.mjs').Runtime>}
 */
export async function prepare({ system, bundles }) {
  await installDependencies();
  const runtime = await electronRuntime();
  await ensureSystemPackages(system);
  await ensureBundles(bundles);
  if (bundles.includes('node')) await compileForWindow(runtime);
  return runtime;
}

await whenStarted(import.meta.filename, async () => {
  const runtime = await prepare({
    system: ['cli', 'keyring', 'window', 'screen', 'walk-through', 'interop'],
    bundles: allBundles,
  });
  say(`Ready, with ${describeRuntime(runtime)}.`);
});

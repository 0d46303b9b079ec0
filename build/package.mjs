// `npm run package`: the app for this platform, unpacked, in release/. Further arguments go to electron-builder, for example
// `npm run package -- --linux deb`.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allBundles } from './bundle.mjs';
import { describeRuntime } from './electron-runtime.mjs';
import { packageScript, root, scratch } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { attach, say, SetUpError, whenStarted } from './run.mjs';

await whenStarted(import.meta.filename, async () => {
  const runtime = await prepare({ system: [], bundles: allBundles });
  if (!existsSync(join(root, 'dist', 'main.cjs'))) throw new SetUpError('There is no dist/main.cjs to pack.');
  say(`· packing with ${describeRuntime(runtime)}`);
  const electron = cleanCopy(runtime);
  const targets = process.argv.slice(2);
  const args = [
    ...(targets.length > 0 ? targets : ['--dir']),
    `-c.electronVersion=${runtime.version}`,
    `-c.electronDist=${electron}`,
  ];
  try {
    return await attach(process.execPath, [packageScript('electron-builder/cli.js'), ...args], { cwd: root });
  } finally {
    rmSync(electron, { recursive: true, force: true });
  }
});

/**
 * Electron without an app of its own: neither the stand-in nor the default app belongs in a package.
 * @param {import('./electron-runtime.mjs').Runtime} runtime
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

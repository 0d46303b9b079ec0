// Called by electron-builder when the app lies unpacked and before it is signed: sets every fuse, then reads them back from
// the file, and sees that the archive and the native modules are where the fuses demand them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { flipFuses, shippedFuses, verifyFuses } from './fuses.mjs';
import { say, SetUpError } from './run.mjs';

/** @param {import('electron-builder').AfterPackContext} context */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const mac = electronPlatformName === 'darwin';
  const product = packager.appInfo.productFilename;
  const linux = packager.config.linux?.executableName ?? product;
  const executable = join(
    appOutDir,
    mac ? `${product}.app` : electronPlatformName === 'win32' ? `${product}.exe` : linux,
  );
  const resources = mac ? join(executable, 'Contents', 'Resources') : join(appOutDir, 'resources');

  await flipFuses(executable, shippedFuses);
  say(`  • ${await verifyFuses(executable, shippedFuses)} fuses set and read back`);

  if (!existsSync(join(resources, 'app.asar'))) throw new SetUpError('The package has no app.asar.');
  if (existsSync(join(resources, 'app'))) throw new SetUpError('The package has a loose app folder beside app.asar.');
  for (const name of ['keytar', '@photostructure/sqlite']) {
    const unpacked = join(resources, 'app.asar.unpacked', 'node_modules', name, 'prebuilds');
    if (!existsSync(unpacked)) throw new SetUpError(`The native part of ${name} is not in the package.`);
  }
}

// What the operating system has to bring, by purpose, and how to get it on Debian and Ubuntu.
// Present things are found by command or library name, so nothing is asked of apt on a machine that has them.
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isRoot } from './paths.mjs';
import { capture, say, SetUpError, step } from './run.mjs';

/** @typedef {'cli' | 'keyring' | 'window' | 'screen' | 'interop'} Purpose */
/** @typedef {{ purpose: Purpose, package: string, present: (libraries: string) => boolean, optional?: boolean }} Need */

/** @type {readonly Need[]} */
const needs = [
  library('cli', 'libsecret-1-0', 'libsecret-1.so.0'),
  command('keyring', 'dbus', 'dbus-daemon'),
  command('keyring', 'dbus-bin', 'dbus-send'),
  command('keyring', 'gnome-keyring', 'gnome-keyring-daemon'),
  library('window', 'libgtk-3-0', 'libgtk-3.so.0'),
  library('window', 'libnss3', 'libnss3.so'),
  library('window', 'libnspr4', 'libnspr4.so'),
  library('window', 'libasound2', 'libasound.so.2'),
  library('window', 'libgbm1', 'libgbm.so.1'),
  library('window', 'libdrm2', 'libdrm.so.2'),
  library('window', 'libcups2', 'libcups.so.2'),
  library('window', 'libatk-bridge2.0-0', 'libatk-bridge-2.0.so.0'),
  library('window', 'libatspi2.0-0', 'libatspi.so.0'),
  library('window', 'libxkbcommon0', 'libxkbcommon.so.0'),
  library('window', 'libxcomposite1', 'libXcomposite.so.1'),
  library('window', 'libxdamage1', 'libXdamage.so.1'),
  library('window', 'libxrandr2', 'libXrandr.so.2'),
  library('window', 'libdbus-1-3', 'libdbus-1.so.3'),
  command('screen', 'xvfb', 'Xvfb'),
  { purpose: 'screen', package: 'fonts-dejavu-core', present: hasFonts },
  command('interop', 'openssl', 'openssl'),
  { ...command('interop', 'gnutls-bin', 'certtool'), optional: true },
  { ...command('interop', 'default-jre-headless', 'keytool'), optional: true },
  { ...command('interop', 'openssh-client', 'ssh-keygen'), optional: true },
  { ...command('interop', 'libnss3-tools', 'pk12util'), optional: true },
  { ...command('interop', 'libxml2-utils', 'xmllint'), optional: true },
  { ...command('interop', 'jose', 'jose'), optional: true },
  { ...command('interop', 'age', 'age'), optional: true },
  { ...command('interop', 'exfatprogs', 'mkfs.exfat'), optional: true },
  { ...command('interop', 'exfat-fuse', 'mount.exfat-fuse'), optional: true },
  {
    purpose: 'interop',
    package: 'python3-cryptography',
    present: () => hasPythonPackage('cryptography'),
    optional: true,
  },
  { purpose: 'interop', package: 'python3-jwcrypto', present: () => hasPythonPackage('jwcrypto'), optional: true },
  { purpose: 'interop', package: 'python3-jwt', present: () => hasPythonPackage('jwt'), optional: true },
];

/**
 * Installs what is missing when that is possible (apt, as root); otherwise says the one command that does.
 * @param {readonly Purpose[]} purposes
 */
export async function ensureSystemPackages(purposes) {
  if (process.platform !== 'linux') return;
  const missing = await missingFor(purposes);
  if (missing.length === 0) return;
  const needed = missing.filter((need) => need.optional !== true);
  const wished = missing.filter((need) => need.optional === true);

  if (!hasCommand('apt-get')) {
    if (needed.length > 0)
      throw new SetUpError(`This machine lacks ${names(needed)} (Debian names). Please install them.`);
    return;
  }
  if (!isRoot) {
    const advice = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names(missing)}`;
    if (needed.length > 0) throw new SetUpError(`System packages are missing. Please run:\n\n  ${advice}\n`);
    say(`· some checks will be skipped; to have them all: ${advice}`);
    return;
  }
  await step('refreshing the package lists (apt-get update)', 'apt-get', ['-q', 'update'], aptOptions);
  if (needed.length > 0) await install(needed);
  try {
    if (wished.length > 0) await install(wished);
  } catch (error) {
    say(`  not installed, checks that need it are skipped: ${String(error).split('\n', 1).join('')}`);
  }
  const still = (await missingFor(purposes)).filter((need) => need.optional !== true);
  if (still.length > 0) throw new SetUpError(`Installed, yet not found afterwards: ${names(still)}.`);
}

/** @param {readonly Purpose[]} purposes */
async function missingFor(purposes) {
  const wanted = needs.filter((need) => purposes.includes(need.purpose));
  const ldconfig = hasCommand('ldconfig') ? 'ldconfig' : '/sbin/ldconfig';
  const { stdout } = await capture(ldconfig, ['-p']);
  return wanted.filter((need) => !need.present(stdout));
}

const aptOptions = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };

/** @param {readonly Need[]} missing */
async function install(missing) {
  const packages = await Promise.all(missing.map((need) => currentName(need.package)));
  const args = ['-q', 'install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', ...packages];
  await step(`installing ${packages.join(' ')}`, 'apt-get', args, aptOptions);
}

/**
 * Since the 64-bit time change newer releases carry some libraries as NAMEt64.
 * @param {string} name
 */
async function currentName(name) {
  if (!name.startsWith('lib')) return name;
  const { code } = await capture('apt-cache', ['show', '--no-all-versions', `${name}t64`]);
  return code === 0 ? `${name}t64` : name;
}

/** @param {readonly Need[]} missing */
function names(missing) {
  return missing.map((need) => need.package).join(' ');
}

/** @param {Purpose} purpose @param {string} debian @param {string} name @returns {Need} */
function command(purpose, debian, name) {
  return { purpose, package: debian, present: () => hasCommand(name) };
}

/** @param {Purpose} purpose @param {string} debian @param {string} soname @returns {Need} */
function library(purpose, debian, soname) {
  return { purpose, package: debian, present: (libraries) => libraries.includes(`\t${soname} `) };
}

/** @param {string} name */
export function hasCommand(name) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** @param {string} name Debian's own Python reads its packages from here. */
function hasPythonPackage(name) {
  return existsSync(join('/usr/lib/python3/dist-packages', name));
}

function hasFonts() {
  return ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    (folder) => existsSync(folder) && readdirSync(folder).length > 0,
  );
}

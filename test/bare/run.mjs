// `npm run test:bare`: the first commands of the README on a machine that has nothing, as root and as an ordinary user.
// Takes some minutes and about 6 GB for as long as it runs; needs root on Debian.
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { say, seconds, whenStarted } from '../../build/run.mjs';
import { suiteHere } from './here.mjs';
import { addCheckout, checkout, copyTree, give, giveRuntime, inMachine, installBase } from './machine.mjs';
import { countVerdicts } from './verdicts.mjs';

const doctor = 'npm run -s custodian -- doctor';
const list = 'npm run -s custodian -- tenant list';

/** @typedef {{ what: string, run: () => Promise<string | undefined> }} Step  run: resolves to what is wrong */

await whenStarted(import.meta.filename, () => countVerdicts(process.argv[2], verdicts));

/** @param {string} folder @returns {AsyncGenerator<import('./verdicts.mjs').Verdict>} */
async function* verdicts(folder) {
  for (const { what, run } of await steps(folder)) {
    const started = Date.now();
    const wrong = await run();
    yield { what: `${what} (${seconds(started)})`, wrong };
  }
}

/** @param {string} folder @returns {Promise<Step[]>} */
async function steps(folder) {
  const [forRoot, forOfficer] = [join(folder, 'root'), join(folder, 'officer')];
  const started = Date.now();
  await installBase(forRoot, suiteHere() ?? '');
  await addCheckout(forRoot);
  await copyTree(forRoot, forOfficer);
  say(`· two bare machines in ${seconds(started)}`);
  let advice = '';
  return [
    {
      what: 'root: npm start proves its whole main job',
      run: () => ends(forRoot, 'root', 'npm start', { code: 0, says: /Every proof held\. Files and pictures/ }),
    },
    {
      what: 'root: npm test sets up and runs a slice of its tests',
      run: () =>
        ends(forRoot, 'root', 'npm test -- --only unit --filter test/keychain', {
          code: 0,
          says: /^\d+ passed, 0 failed$/m,
        }),
    },
    {
      what: 'officer: the one command that installs what is missing is said',
      async run() {
        const modules = join(checkout, 'node_modules');
        renameSync(join(forRoot, modules), join(forOfficer, modules));
        await giveRuntime(forOfficer);
        await give(forOfficer, 'officer', '/home/officer');
        await give(forOfficer, 'officer', checkout);
        const ran = await inMachine(forOfficer, 'officer', 'npm start');
        advice = /sudo (apt-get update && sudo apt-get install .*)/.exec(ran.stderr)?.[1] ?? '';
        return judged(ran, { code: 1, says: /System packages are missing\. Please run:/ });
      },
    },
    {
      what: 'officer: a checkout that is somebody else’s is said, after that command',
      async run() {
        // All of it but Java, so that one proof lacks a program.
        const command = advice.replaceAll('sudo ', '').replace(' default-jre-headless', '');
        const installed = await inMachine(forOfficer, 'root', command, { DEBIAN_FRONTEND: 'noninteractive' });
        if (installed.code !== 0) return judged(installed, { code: 0, says: /./ });
        await give(forOfficer, 'root', checkout);
        const wrong = await ends(forOfficer, 'officer', doctor, { code: 1, says: /this account may not write/ });
        await give(forOfficer, 'officer', checkout);
        return wrong;
      },
    },
    {
      what: 'officer: npm start proves its main job, and says what keytool would have read',
      run: () =>
        ends(forOfficer, 'officer', 'npm start', {
          code: 0,
          says: /without keytool[^]*Every proof held, as far as the programs of this machine go/,
        }),
    },
    {
      what: 'officer: npm test sets up and checks the format',
      // Without the tools that only tests need: what is missing is said, and is none of this check's.
      run: () => ends(forOfficer, 'officer', 'npm test -- --only format', { code: 0, says: /^1 passed, 0 failed$/m }),
    },
    {
      what: 'officer: XDG variables that are empty count as not set',
      run: () =>
        ends(
          forOfficer,
          'officer',
          list,
          { code: 0, says: /no tenants/i },
          {
            XDG_DATA_HOME: '',
            XDG_CACHE_HOME: '',
            XDG_CONFIG_HOME: '',
            XDG_RUNTIME_DIR: '',
          },
        ),
    },
    {
      what: 'officer: a home that cannot be written is said',
      async run() {
        await give(forOfficer, 'root', '/home/officer');
        rmSync(join(forOfficer, '/home/officer/.local'), { recursive: true, force: true });
        const wrong = await ends(forOfficer, 'officer', list, {
          code: 1,
          says: /home\/officer[^]*this account may not write/,
        });
        await give(forOfficer, 'officer', '/home/officer');
        return wrong;
      },
    },
    {
      what: 'officer: a registry that cannot be reached is said',
      async run() {
        rmSync(join(forOfficer, checkout, 'node_modules'), { recursive: true });
        return ends(
          forOfficer,
          'officer',
          'npm start',
          { code: 1, says: /npm registry cannot be reached/ },
          {
            npm_config_registry: 'http://127.0.0.1:9/',
            npm_config_replace_registry_host: 'always',
            npm_config_fetch_retries: '0',
          },
        );
      },
    },
    {
      what: 'Debian’s own Node: every script says which Node it needs',
      async run() {
        const install = 'apt-get -q update && apt-get -q install -y --no-install-recommends nodejs';
        const installed = await inMachine(forOfficer, 'root', install, { DEBIAN_FRONTEND: 'noninteractive' });
        if (installed.code !== 0) return judged(installed, { code: 0, says: /./ });
        rmSync(join(forOfficer, 'usr/local/bin/node'));
        for (const command of ownScripts(forOfficer)) {
          const wrong = await ends(forOfficer, 'root', command, { code: 1, says: /Key Custodian needs another/ });
          if (wrong !== undefined) return `${command}: ${wrong}`;
        }
        return undefined;
      },
    },
  ];
}

/** The npm scripts that this repository brings itself. @param {string} machine */
function ownScripts(machine) {
  /** @type {{ scripts: Record<string, string> }} */
  // oxlint-disable-next-line typescript/no-unsafe-assignment
  const { scripts } = JSON.parse(readFileSync(join(machine, checkout, 'package.json'), 'utf8'));
  return Object.values(scripts).filter((script) => script.startsWith('node '));
}

/** @typedef {{ code: number, says: RegExp }} Expected */

/**
 * @param {string} machine @param {import('./machine.mjs').Who} who @param {string} command @param {Expected} expected
 * @param {Record<string, string>} [more] environment
 */
async function ends(machine, who, command, expected, more = {}) {
  return judged(await inMachine(machine, who, command, more), expected);
}

/** @param {import('../../build/run.mjs').Finished} ran @param {Expected} expected @returns {string | undefined} */
function judged({ code, stdout, stderr }, expected) {
  const said = `${stdout}\n${stderr}`;
  const stack = /^ +at .+:\d+:\d+\)?$/m.test(said);
  if (code === expected.code && expected.says.test(said) && !stack) return undefined;
  return `ended with ${code}, expected ${expected.code} and ${String(expected.says)}, without a stack\n${said.split('\n').slice(-40).join('\n')}`;
}

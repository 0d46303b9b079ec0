// `npm test`: set-up, then every check, in two rows beside each other so that both cores have work; what stands in no row is
// taken by the one that is through first. All run even when one fails; a table, what was left out and why, and one line `N passed, N failed` close the run.
// `--only unit,e2e,types,lint,format,dead-code,domain` (or `checks` for the four that read the sources alone); `--also bare`
// adds the first commands on a bare machine, `packages` the installed package, `engine` the engines that ship, `wine` Windows; `--filter TEXT` takes the files of unit and e2e of that name.
// Few files that failed are run once more, alone, when the rest is through: what passes then is counted, and told as unsteady.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { allBundles } from './bundle.mjs';
import { otherEngine } from './engines/other-engine.mjs';
import { wine } from './engines/wine.mjs';
import { ordinaryUser, startDesktopSession } from './linux-session/desktop-session.mjs';
import { describeRuntime } from './electron-runtime.mjs';
import { readJson } from './files.mjs';
import { packageScript, root } from './paths.mjs';
import { installDependencies } from './dependencies.mjs';
import { prepare } from './prepare.mjs';
import { attach, say, seconds, sentenceOf, SetUpError, whenStarted } from './run.mjs';
import { reports, runVitest } from './run-vitest.mjs';
import { afterSecondLook, countPlaywright, isWorthASecondLook, leftOutLines, nothing, table } from './test-report.mjs';

/** @typedef {import('./test-report.mjs').Count} Count */
/** @typedef {import('./run-vitest.mjs').How} How */
/**
 * @typedef {object} Check
 * @property {string} name
 * @property {string} title
 * @property {readonly import('./system-packages.mjs').Purpose[]} system what has to be there
 * @property {boolean} [built] whether it runs what is built
 * @property {boolean} [asked] only when it is asked for
 * @property {boolean} [beside] in the second row
 * @property {boolean} [last] in the row that has nothing left to do first
 * @property {(how: How) => Promise<Count>} run
 *
 * @typedef {{ check: Check, title: string, count: Count, time: string }} Result
 */

/** @type {readonly import('./system-packages.mjs').Purpose[]} */
const everything = ['cli', 'keyring', 'window', 'screen', 'interop'];

/** @type {readonly Check[]} */
const checks = [
  { name: 'types', title: 'Types (tsc)', system: [], run: (how) => tool(how, 'typescript/bin/tsc', ['-b']) },
  {
    name: 'lint',
    title: 'Lint (oxlint, with types)',
    system: [],
    run: (how) => tool(how, 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
  },
  { name: 'format', title: 'Format (oxfmt)', system: [], run: (how) => tool(how, 'oxfmt/bin/oxfmt', ['--check']) },
  { name: 'dead-code', title: 'Dead code (knip)', system: [], run: (how) => tool(how, 'knip/bin/knip.js', []) },
  { name: 'domain', title: 'Tests of the rules (vitest)', system: [], asked: true, beside: true, run: domain },
  { name: 'unit', title: 'Tests on Node (vitest)', system: everything, built: true, run: vitest },
  {
    name: 'e2e',
    title: 'Tests in the window (Playwright)',
    system: everything,
    built: true,
    beside: true,
    run: playwright,
  },
  {
    name: 'bare',
    title: 'First commands on a bare machine',
    system: ['bare'],
    asked: true,
    beside: true,
    run: (how) => onMachine(how, 'bare'),
  },
  {
    name: 'packages',
    title: 'The package on a bare machine',
    system: ['bare', 'packages'],
    asked: true,
    last: true,
    run: (how) => onMachine(how, 'packages'),
  },
  {
    name: 'engine',
    title: 'The engines that ship (Chromium, Node 24)',
    system: ['cli', 'keyring', 'engine'],
    built: true,
    asked: true,
    last: true,
    run: otherEngine,
  },
  {
    name: 'wine',
    title: 'Windows, as Wine has it',
    system: ['wine'],
    built: true,
    asked: true,
    last: true,
    run: wine,
  },
];

await whenStarted(import.meta.filename, async () => {
  const args = process.argv.slice(2);
  const chosen = choose(option(args, 'only'), option(args, 'also')?.split(',') ?? []);
  const named = option(args, 'filter');
  const filter = named === undefined ? [] : [named];
  await installDependencies();
  // Checks that read the sources alone need no more; what the others need is brought while they run.
  const ready = setUp(chosen);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const last = chosen.filter((check) => check.last === true);
  const [first, second] = [false, true].map((beside) =>
    chosen.filter((check) => check.last !== true && (check.beside === true) === beside),
  );
  const nextOf = (/** @type {Check[]} */ row) => () => row.shift() ?? last.shift();
  const areTwo = chosen.length > 1 && chosen.some((check) => check.beside !== true);
  const [, ...firstLook] = await Promise.all([
    ready,
    runRow(nextOf(first ?? []), ready, filter, false),
    runRow(nextOf(second ?? []), ready, filter, areTwo),
  ]);
  /** @type {Result[]} */
  const results = [];
  for (const result of firstLook.flat()) results.push({ ...result, count: await lookAgain(result) });
  const counts = results.map(({ count }) => count);
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  const leftOut = leftOutLines(counts, root);
  const left = leftOut.length === 0 ? '' : `\nLeft out:\n${leftOut.join('\n')}\n`;
  const unsteady = counts.flatMap((count) => count.unsteady ?? []).map((file) => `  ${file.replace(`${root}/`, '')}`);
  const told =
    unsteady.length === 0 ? '' : `\nUnsteady, failed beside other work and passed alone:\n${unsteady.join('\n')}\n`;
  process.stdout.write(`\n${table(results)}\n${left}${told}\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});

/**
 * One check after the other, each under a heading with its time.
 * @param {() => Check | undefined} next @param {Promise<void>} ready @param {readonly string[]} filter
 * @param {boolean} held its output waits in a file until it is whole, because another row is talking
 */
async function runRow(next, ready, filter, held) {
  /** @type {Result[]} */
  const results = [];
  for (let check = next(); check !== undefined; check = next()) {
    if (check.built === true || check.system.length > 0) await ready;
    const started = Date.now();
    const log = join(reports, `${check.name}.log`);
    const file = held ? openSync(log, 'w') : undefined;
    if (file === undefined) say(`\n━━ ${check.title}`);
    else say(`· ${check.title}: beside, and shown when it is through (${log})`);
    const stdio = /** @type {const} */ (['inherit', file ?? 'inherit', file ?? 'inherit']);
    const count = await check.run({ filter, stdio: [...stdio] }).catch(failedToRun);
    if (file !== undefined) {
      closeSync(file);
      say(`\n━━ ${check.title}\n${readFileSync(log, 'utf8')}`);
    }
    results.push({ check, title: check.title, count, time: seconds(started) });
    say(`   ${count.failed === 0 ? '✓' : '✗'} ${check.title}: ${seconds(started)}`);
  }
  return results;
}

/** @param {Result} result @returns {Promise<Count>} */
async function lookAgain({ check, count }) {
  if (!isWorthASecondLook(count)) return count;
  say(`\n━━ ${check.title}: once more, alone: ${count.red.join(', ')}`);
  const alone = await check
    .run({ filter: count.red, stdio: ['inherit', 'inherit', 'inherit'], look: '-alone' })
    .catch(failedToRun);
  return afterSecondLook(count, alone);
}

/** `--name VALUE` or `--name=VALUE`. @param {readonly string[]} args @param {string} name @returns {string | undefined} */
function option(args, name) {
  const joined = args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  return joined ?? args.find((_, index) => args[index - 1] === `--${name}`);
}

/** @param {string | undefined} only @param {readonly string[]} also @returns {readonly Check[]} */
function choose(only, also) {
  const names = only?.split(',') ?? checks.flatMap(({ name, asked }) => (asked === true ? [] : [name]));
  const known = [...checks.map((check) => check.name), 'checks'];
  for (const name of [...names, ...also]) {
    if (!known.includes(name)) throw new SetUpError(`There is no check “${name}”: choose from ${known.join(', ')}.`);
  }
  return checks.filter(
    ({ name, system, asked }) =>
      names.includes(name) ||
      also.includes(name) ||
      (system.length === 0 && asked !== true && names.includes('checks')),
  );
}

/** Only what the chosen checks need. @param {readonly Check[]} chosen */
async function setUp(chosen) {
  const runtime = await prepare({
    system: [...new Set(chosen.flatMap(({ system }) => system))],
    bundles: chosen.some(({ built }) => built === true) ? allBundles : [],
  });
  say(`· ${describeRuntime(runtime)}, Node ${process.versions.node}`);
}

/** @param {How} how @param {string} script @param {readonly string[]} args @returns {Promise<Count>} */
async function tool({ stdio }, script, args) {
  const code = await attach(process.execPath, [packageScript(script), ...args], { cwd: root, stdio });
  return { ...nothing, [code === 0 ? 'passed' : 'failed']: 1 };
}

/** The tests of shared/domain: they need nothing of the machine. A second worker loads longer than it helps, beside the lint. @param {How} how */
function domain({ stdio }) {
  return runVitest('domain', ['test/unit/domain', '--maxWorkers=1'], process.env, stdio);
}

/** Unit, contract, keychain and interop tests: a keyring of their own, no screen. @param {How} how */
async function vitest({ filter, stdio, look = '' }) {
  const session =
    process.platform === 'linux' ? await startDesktopSession({ display: false, keyring: 'unlocked' }) : undefined;
  try {
    return await runVitest(`vitest${look}`, filter, session?.env ?? process.env, stdio);
  } finally {
    await session?.stop();
  }
}

/** The real app on a private screen; when root, as an ordinary user, so that Chromium's sandbox is on. */
async function playwright(/** @type {How} */ { filter, stdio, look = '' }) {
  if (process.platform !== 'linux')
    return { ...nothing, leftOut: [{ what: 'test/e2e', why: 'needs a private screen, which is made on Linux' }] };
  const report = join(reports, `playwright${look}.json`);
  const session = await startDesktopSession({ display: true, keyring: 'unlocked', user: await ordinaryUser() });
  try {
    const args = [
      packageScript('@playwright/test/cli.js'),
      'test',
      '--pass-with-no-tests',
      '--reporter=list,json',
      ...filter,
    ];
    const env = { ...session.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    return countPlaywright(report, await attach(process.execPath, args, { cwd: root, env, stdio }));
  } finally {
    await session.stop();
  }
}

/** @param {How} how @param {string} folder of test/ @returns {Promise<Count>} */
async function onMachine({ stdio }, folder) {
  const report = join(reports, `${folder}.json`);
  await attach(process.execPath, [join(root, 'test', folder, 'run.mjs'), report], {
    cwd: root,
    stdio,
    patient: 'the bare machines are removed',
  });
  if (!existsSync(report)) return { ...nothing, failed: 1 };
  /** @type {{ passed: number, failed: number, skipped: number, why?: string }} */
  const { why, ...count } = readJson(report);
  return { ...nothing, ...count, leftOut: why === undefined ? [] : [{ what: `test/${folder}`, why }] };
}

/** @param {unknown} error @returns {Count} */
function failedToRun(error) {
  say(sentenceOf(error));
  return { ...nothing, failed: 1 };
}

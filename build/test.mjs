// `npm test`: set-up, then every check, each under a heading with its time. All run even when one fails; a table and one
// line `N passed, N failed` close the run. `--only unit,e2e,types,lint,format,dead-code` (or `checks` for the last four);
// `--also bare` adds the first commands on a bare machine; `--filter TEXT` takes the files of unit and e2e of that name.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { allBundles } from './bundle.mjs';
import { ordinaryUser, startDesktopSession } from './linux-session/desktop-session.mjs';
import { describeRuntime } from './electron-runtime.mjs';
import { readJson } from './files.mjs';
import { packageScript, root, scratch } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { attach, say, seconds, sentenceOf, SetUpError, whenStarted } from './run.mjs';
import { countPlaywright, countVitest, table } from './test-report.mjs';

/** @typedef {import('./test-report.mjs').Count} Count */
/**
 * @typedef {object} Check
 * @property {string} name
 * @property {string} title
 * @property {readonly import('./system-packages.mjs').Purpose[]} system what has to be there
 * @property {boolean} [built] whether it runs what is built
 * @property {boolean} [asked] only when it is asked for
 * @property {(filter: readonly string[]) => Promise<Count>} run
 */

/** @type {readonly import('./system-packages.mjs').Purpose[]} */
const everything = ['cli', 'keyring', 'window', 'screen', 'interop'];

const reports = join(scratch, 'reports');

/** @type {readonly Check[]} */
const checks = [
  { name: 'types', title: 'Types (tsc)', system: [], run: () => tool('typescript/bin/tsc', ['-b']) },
  {
    name: 'lint',
    title: 'Lint (oxlint, with types)',
    system: [],
    run: () => tool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
  },
  { name: 'format', title: 'Format (oxfmt)', system: [], run: () => tool('oxfmt/bin/oxfmt', ['--check']) },
  { name: 'dead-code', title: 'Dead code (knip)', system: [], run: () => tool('knip/bin/knip.js', []) },
  { name: 'unit', title: 'Tests on Node (vitest)', system: everything, built: true, run: vitest },
  { name: 'e2e', title: 'Tests in the window (Playwright)', system: everything, built: true, run: playwright },
  { name: 'bare', title: 'First commands on a bare machine', system: ['bare'], asked: true, run: bare },
];

await whenStarted(import.meta.filename, async () => {
  const args = process.argv.slice(2);
  const chosen = choose(option(args, 'only'), option(args, 'also')?.split(',') ?? []);
  const filter = option(args, 'filter');
  await setUp(chosen);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  /** @type {{ title: string, count: Count, time: string }[]} */
  const results = [];
  for (const check of chosen) {
    say(`\n━━ ${check.title}`);
    const started = Date.now();
    const count = await check.run(filter === undefined ? [] : [filter]).catch(failedToRun);
    results.push({ title: check.title, count, time: seconds(started) });
    say(`   ${count.failed === 0 ? '✓' : '✗'} ${seconds(started)}`);
  }
  const passed = results.reduce((sum, { count }) => sum + count.passed, 0);
  const failed = results.reduce((sum, { count }) => sum + count.failed, 0);
  process.stdout.write(`\n${table(results)}\n\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});

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
    ({ name, system }) =>
      names.includes(name) || also.includes(name) || (system.length === 0 && names.includes('checks')),
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

/** @param {string} script @param {readonly string[]} args @returns {Promise<Count>} */
async function tool(script, args) {
  const code = await attach(process.execPath, [packageScript(script), ...args], { cwd: root });
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** Unit, contract, keychain and interop tests: a keyring of their own, no screen. */
async function vitest(/** @type {readonly string[]} */ filter) {
  const report = join(reports, 'vitest.json');
  const session =
    process.platform === 'linux' ? await startDesktopSession({ display: false, keyring: 'unlocked' }) : undefined;
  try {
    const args = [
      'run',
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...filter,
    ];
    const code = await attach(process.execPath, [packageScript('vitest/vitest.mjs'), ...args], {
      cwd: root,
      env: session?.env ?? process.env,
    });
    return countVitest(report, code);
  } finally {
    await session?.stop();
  }
}

/** The real app on a private screen; when root, as an ordinary user, so that Chromium's sandbox is on. */
async function playwright(/** @type {readonly string[]} */ filter) {
  const report = join(reports, 'playwright.json');
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
    return countPlaywright(report, await attach(process.execPath, args, { cwd: root, env }));
  } finally {
    await session.stop();
  }
}

/** @returns {Promise<Count>} */
async function bare() {
  const report = join(reports, 'bare.json');
  await attach(process.execPath, [join(root, 'test/bare/run.mjs'), report], {
    cwd: root,
    patient: 'the bare machines are removed',
  });
  return existsSync(report) ? readJson(report) : { passed: 0, failed: 1, skipped: 0 };
}

/** @param {unknown} error @returns {Count} */
function failedToRun(error) {
  say(sentenceOf(error));
  return { passed: 0, failed: 1, skipped: 0 };
}

// `npm test`: set-up, then every check, each under a heading with its time. All run even when one fails; a table and one
// line `N passed, N failed` close the run. `--only unit,e2e,types,lint,format,dead-code` (or `checks` for the last four).
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { allBundles } from './bundle.mjs';
import { ordinaryUser, startDesktopSession } from './desktop-session.mjs';
import { describeRuntime } from './electron-runtime.mjs';
import { packageScript, root, scratch } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { attach, say, seconds, SetUpError, whenStarted } from './run.mjs';
import { countPlaywright, countVitest, table } from './test-report.mjs';

/** @typedef {import('./test-report.mjs').Count} Count */
/** @typedef {{ name: string, title: string, static?: boolean, run: () => Promise<Count> }} Check */

const reports = join(scratch, 'reports');

/** @type {readonly Check[]} */
const checks = [
  { name: 'types', title: 'Types (tsc)', static: true, run: () => tool('typescript/bin/tsc', ['-b']) },
  {
    name: 'lint',
    title: 'Lint (oxlint, with types)',
    static: true,
    run: () => tool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
  },
  { name: 'format', title: 'Format (oxfmt)', static: true, run: () => tool('oxfmt/bin/oxfmt', ['--check']) },
  { name: 'dead-code', title: 'Dead code (knip)', static: true, run: () => tool('knip/bin/knip.js', []) },
  { name: 'unit', title: 'Tests on Node (vitest)', run: vitest },
  { name: 'e2e', title: 'Tests in the window (Playwright)', run: playwright },
];

await whenStarted(import.meta.filename, async () => {
  const chosen = choose(process.argv.slice(2));
  await setUp(chosen);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  /** @type {{ title: string, count: Count, time: string }[]} */
  const results = [];
  for (const check of chosen) {
    say(`\n━━ ${check.title}`);
    const started = Date.now();
    const count = await check.run().catch(failedToRun);
    results.push({ title: check.title, count, time: seconds(started) });
    say(`   ${count.failed === 0 ? '✓' : '✗'} ${seconds(started)}`);
  }
  const passed = results.reduce((sum, { count }) => sum + count.passed, 0);
  const failed = results.reduce((sum, { count }) => sum + count.failed, 0);
  process.stdout.write(`\n${table(results)}\n\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});

/** @param {readonly string[]} args @returns {readonly Check[]} */
function choose(args) {
  const only =
    args.find((_, index) => args[index - 1] === '--only') ?? args.find((arg) => arg.startsWith('--only='))?.slice(7);
  if (only === undefined) return checks;
  const names = only.split(',');
  const chosen = checks.filter(
    (check) => names.includes(check.name) || (check.static === true && names.includes('checks')),
  );
  if (chosen.length > 0) return chosen;
  throw new SetUpError(`--only ${only}: choose from ${checks.map((check) => check.name).join(', ')} or checks.`);
}

/** Only what the chosen checks need. @param {readonly Check[]} chosen */
async function setUp(chosen) {
  const dynamic = chosen.some((check) => check.static !== true);
  const runtime = await prepare({
    system: dynamic ? ['cli', 'keyring', 'window', 'screen', 'interop'] : [],
    bundles: dynamic ? allBundles : [],
  });
  say(`· ${describeRuntime(runtime)}, Node ${process.versions.node}`);
}

/** @param {string} script @param {readonly string[]} args @returns {Promise<Count>} */
async function tool(script, args) {
  const code = await attach(process.execPath, [packageScript(script), ...args], { cwd: root });
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** Unit, contract, keychain and interop tests: a keyring of their own, no screen. */
async function vitest() {
  const report = join(reports, 'vitest.json');
  const session =
    process.platform === 'linux' ? await startDesktopSession({ display: false, keyring: 'unlocked' }) : undefined;
  try {
    const args = ['run', '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
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
async function playwright() {
  const report = join(reports, 'playwright.json');
  const session = await startDesktopSession({ display: true, keyring: 'unlocked', user: await ordinaryUser() });
  try {
    const args = [packageScript('@playwright/test/cli.js'), 'test', '--pass-with-no-tests', '--reporter=list,json'];
    const env = { ...session.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    return countPlaywright(report, await attach(process.execPath, args, { cwd: root, env }));
  } finally {
    await session.stop();
  }
}

/** @param {unknown} error @returns {Count} */
function failedToRun(error) {
  say(error instanceof Error ? error.message : String(error));
  return { passed: 0, failed: 1, skipped: 0 };
}

// `npm run bench`: what the product costs, as ratios to a yardstick measured in the same run, because milliseconds do not
// travel between machines. Nothing here fails; it is read by people (docs/performance.md). `--only keys,window` measures a
// part; `--compare FILE` says what got worse since that result, without it since the last one.
import { allBundles } from '../bundle.mjs';
import { prepare } from '../prepare.mjs';
import { say, SetUpError, whenStarted } from '../run.mjs';
import { commandLine } from './command-line.mjs';
import { backup } from './backup.mjs';
import { buildFixtures } from './fixtures.mjs';
import { keys } from './keys.mjs';
import { lock } from './lock.mjs';
import { registry } from './registry.mjs';
import { comparison, earlier, keep, tableOf } from './report.mjs';
import { window } from './window.mjs';

/** @type {Readonly<Record<string, () => Promise<import('./measure.mjs').Row[]>>>} */
const SUBJECTS = { 'command-line': commandLine, keys, lock, registry, backup, window };

await whenStarted(import.meta.filename, async () => {
  const only = option('only')?.split(',') ?? Object.keys(SUBJECTS);
  const unknown = only.find((name) => !(name in SUBJECTS));
  if (unknown !== undefined) {
    throw new SetUpError(`There is no bench “${unknown}”: choose from ${Object.keys(SUBJECTS).join(', ')}.`);
  }
  const before = earlier(option('compare'));
  await prepare({ system: ['cli', 'window', 'keyring', 'screen', 'bench'], bundles: allBundles });
  await buildFixtures();
  /** @type {import('./measure.mjs').Row[]} */
  const rows = [];
  for (const [name, measure] of Object.entries(SUBJECTS)) {
    if (only.includes(name)) rows.push(...(await measure()));
  }
  say(`\n${tableOf(rows).join('\n')}\n`);
  if (before !== null) say(comparison(before, rows).join('\n'));
  say(`Kept in ${keep(rows)}`);
});

/** @param {string} name */
function option(name) {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? undefined : process.argv[at + 1];
}

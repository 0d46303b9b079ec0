// `npm run test:mutants -- [--sample 460] [--seed 1] [--minutes 30]`: changes the rules and acts one small thing at a time and
// says which changes no test notices. Not part of `npm test`. While one writes tests: `--only TEXT` takes the sources with that
// in their path, `--judges TEXT` the tests.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageScript, root, scratch } from '../../build/paths.mjs';
import { capture, say, seconds, SetUpError, whenStarted } from '../../build/run.mjs';
import { instrumented, sampleOf } from './plan.mjs';
import { LEAST_PERCENT, MUTATED } from './scope.mjs';

/** @typedef {import('./plan.mjs').Mutant} Mutant */
/** @typedef {'killed' | 'survived' | 'not reached' | 'not judged'} Verdict */

const folder = join(scratch, 'mutants');
const results = join(folder, 'results');

await whenStarted(import.meta.filename, async () => {
  const { sample: count, seed, minutes, only, judges } = options(process.argv.slice(2));
  const started = Date.now();
  const { mutants, sources } = await instrumented();
  const sample = sampleOf(
    mutants.filter(({ file }) => file.includes(only)),
    count,
    seed,
  );
  say(`· ${sample.length} of ${mutants.length} mutants in ${Object.keys(sources).length} files, seed ${seed}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const plan = join(folder, 'plan.json');
  writeFileSync(plan, JSON.stringify({ sample, sources, results, until: started + minutes * 60_000 }));
  const { stdout, stderr } = await capture(
    process.execPath,
    [packageScript('vitest/vitest.mjs'), 'run', '--config', join(root, 'test/mutants/vitest.config.ts'), ...judges],
    // A minute and a half for what was begun; after that it is ended.
    { cwd: root, timeout: (minutes + 1.5) * 60_000, env: { ...process.env, MUTANTS_PLAN: plan } },
  );
  writeFileSync(join(folder, 'vitest.log'), stdout + stderr);
  const { broken, verdictOf } = judged();
  const percent = report(
    sample.map((mutant) => ({ mutant, verdict: verdictOf(mutant) })),
    started,
  );
  // They judged nothing, so that what only they notice counts as not judged.
  if (broken.length > 0) say(`✗ fail without any mutant: ${broken.join(', ')}`);
  return percent >= LEAST_PERCENT && broken.length === 0 ? 0 : 1;
});

/** @param {readonly string[]} args */
function options(args) {
  const given = new Map(args.map((arg, index) => [arg, args[index + 1]]));
  /** @param {string} name @param {number} otherwise */
  const number = (name, otherwise) => {
    const value = Number(given.get(`--${name}`) ?? otherwise);
    if (!Number.isInteger(value) || value < 1) throw new SetUpError(`--${name} wants a whole number from 1.`);
    return value;
  };
  return {
    sample: number('sample', 460),
    seed: number('seed', 1),
    minutes: number('minutes', 30),
    only: given.get('--only') ?? '',
    judges: given.get('--judges')?.split(',') ?? [],
  };
}

/** What the files of tests said. @returns {{ broken: string[], verdictOf: (mutant: Mutant) => Verdict }} */
function judged() {
  const lines = readdirSync(results)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(results, name), 'utf8').trim().split('\n'))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as runner.ts wrote it
    .map((line) => /** @type {import('./plan.mjs').Line} */ (JSON.parse(line)));
  const files = lines.flatMap((line) => ('reached' in line ? [line] : []));
  const verdicts = lines.flatMap((line) => ('mutant' in line ? [line] : []));
  return {
    broken: files.flatMap(({ tests, broken }) => (broken ? [tests] : [])),
    verdictOf({ id }) {
      const of = verdicts.filter(({ mutant }) => mutant === id);
      const reaching = files.filter(({ reached }) => reached.includes(id));
      if (of.some(({ killedBy }) => killedBy !== null)) return 'killed';
      if (reaching.length === 0) return 'not reached';
      return of.length === reaching.length ? 'survived' : 'not judged';
    },
  };
}

/** @param {readonly { mutant: Mutant, verdict: Verdict }[]} all @param {number} started */
function report(all, started) {
  /** @param {readonly { verdict: Verdict }[]} of @param {Verdict} verdict */
  const count = (of, verdict) => of.filter((one) => one.verdict === verdict).length;
  /** @param {string} name @param {typeof all} of */
  const line = (name, of) => {
    const known = of.length - count(of, 'not judged');
    const percent = known === 0 ? 0 : (100 * count(of, 'killed')) / known;
    const words = [
      `${count(of, 'killed')} killed`,
      `${count(of, 'survived')} survived`,
      `${count(of, 'not reached')} not reached`,
      `${count(of, 'not judged')} not judged`,
    ];
    return { percent, text: `${name.padEnd(8)} ${percent.toFixed(1)} %  ${words.join(', ')}` };
  };
  for (const verdict of /** @type {const} */ (['survived', 'not reached', 'not judged'])) {
    const of = all.filter((one) => one.verdict === verdict);
    if (of.length > 0) process.stdout.write(`\n${verdict}:\n`);
    for (const { mutant } of of) {
      const { file, line: at, before, after, kind } = mutant;
      process.stdout.write(`  ${file}:${at}  ${kind}\n    - ${before}\n    + ${after}\n`);
    }
  }
  const whole = line('all', all);
  const folders = MUTATED.map(
    ({ name }) =>
      line(
        name,
        all.filter(({ mutant }) => mutant.folder === name),
      ).text,
  );
  process.stdout.write(`\n${[...folders, whole.text].join('\n')}\n`);
  say(`  done in ${seconds(started)}; what the tests said is in ${join(folder, 'vitest.log')}`);
  return whole.percent;
}

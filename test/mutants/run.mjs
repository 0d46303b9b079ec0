// `npm run test:mutants -- [--sample 460] [--seed 1] [--minutes 30]`: changes the rules and acts one small thing at a time and
// says which changes no test notices. Not part of `npm test`. While one writes tests: `--only TEXT` takes the sources with that
// in their path, `--judges TEXT` the tests, `--left` what the last run left.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageScript, root, scratch } from '../../build/paths.mjs';
import { capture, say, seconds, SetUpError, whenStarted } from '../../build/run.mjs';
import { everyMutant, holding, nameOf, sampleOf } from './plan.mjs';
import { LEAST_PERCENT, MUTATED } from './scope.mjs';

/** @typedef {import('./plan.mjs').Mutant} Mutant */
/** @typedef {'killed' | 'survived' | 'not reached' | 'not judged'} Verdict */

const folder = join(scratch, 'mutants');
const results = join(folder, 'results');
/** The names of what the last run did not kill. */
const left = join(scratch, 'mutants-left.json');

await whenStarted(import.meta.filename, async () => {
  const { sample: count, seed, minutes, only, judges, again } = options(process.argv.slice(2));
  const started = Date.now();
  const { files, mutants } = await everyMutant();
  const named = again ? new Set(/** @type {string[]} */ (JSON.parse(readFileSync(left, 'utf8')))) : null;
  const among = mutants.filter((mutant) => mutant.file.includes(only) && named?.has(nameOf(mutant)) !== false);
  const { sample, sources } = await holding(sampleOf(among, count, seed));
  say(`· ${sample.length} of ${mutants.length} mutants in ${files} files, seed ${seed}`);
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
  const { broken, of } = judged();
  const all = sample.map((mutant) => ({ mutant, ...of(mutant) }));
  const notKilled = all.filter(({ verdict }) => verdict !== 'killed');
  writeFileSync(left, JSON.stringify(notKilled.map(({ mutant }) => nameOf(mutant))));
  const percent = report(all, started);
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
    again: args.includes('--left'),
    judges: given.get('--judges')?.split(',') ?? [],
  };
}

/** What was said of the mutants. @returns {{ broken: string[], of: (mutant: Mutant) => { verdict: Verdict, remark: string } }} */
function judged() {
  const looks = /** @type {import('./plan.mjs').Look[]} */ (notes('look'));
  const judgements = /** @type {import('./plan.mjs').Judgement[]} */ (notes('judgement'));
  const known = new Map(judgements.map((judgement) => [judgement.mutant, judgement]));
  return {
    broken: looks.flatMap(({ tests, broken }) => (broken ? [tests] : [])),
    of({ id }) {
      const reaching = looks.filter(({ reached }) => id in reached);
      const judgement = known.get(id);
      if (reaching.length === 0) return { verdict: 'not reached', remark: '' };
      if (judgement === undefined) return { verdict: 'not judged', remark: '' };
      const { killedBy, unsure, asked } = judgement;
      if (killedBy !== null) return { verdict: 'killed', remark: killedBy };
      if (unsure.length > 0) return { verdict: 'not judged', remark: `fail without it as well: ${unsure.join(', ')}` };
      return { verdict: 'survived', remark: `${asked} of ${reaching.length} files of tests` };
    },
  };
}

/** As notes.ts writes them. @param {string} kind @returns {unknown[]} */
function notes(kind) {
  return readdirSync(results)
    .filter((name) => name.startsWith(`${kind}-`) && name.endsWith('.json'))
    .map((name) => /** @type {unknown} */ (JSON.parse(readFileSync(join(results, name), 'utf8'))));
}

/** @param {readonly { mutant: Mutant, verdict: Verdict, remark: string }[]} all @param {number} started */
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
    // Of those for which no time was left their number is enough.
    for (const { mutant, remark } of of.filter((one) => one.verdict !== 'not judged' || one.remark !== '')) {
      const { file, line: at, before, after, kind } = mutant;
      process.stdout.write(`  ${file}:${at}  ${kind}  ${remark}\n    - ${before}\n    + ${after}\n`);
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

// One mutant after the other: the files of tests that come by it run once more with it switched on, until one of them fails.
import path from 'node:path';
import type { File, Test } from '@vitest/runner';
import { type TestRunner, vi } from 'vitest';
import { runAgain, type Which } from './again.ts';
import { note, notes, plan, take } from './notes.ts';
import type { Look, Mutant, Reach } from './plan.mjs';
import { switches } from './switches.ts';
import { TimeLimit } from './time-limit.ts';

/** One file of tests over one mutant. */
interface Trial extends Reach {
  mutant: string;
  tests: string;
}

/** What fails with a mutant. */
type Noticed = Test | File | 'never ends' | null;

/** Together with the other processes, until all are judged or the time is over. */
export async function judgeAll(runner: TestRunner): Promise<void> {
  const looks = notes('look').filter(({ broken }) => !broken);
  const judge = new Judge(runner, SHARE * looks.reduce((sum, { ms }) => sum + ms, 0));
  for (const mutant of plan.sample) {
    const trials = trialsOf(mutant, looks);
    if (trials.length > 0 && Date.now() < plan.until && take(mutant.id)) {
      await judge.judge(mutant.id, trials);
    }
  }
}

/**
 * The sooner a mutant is noticed, the less has to run: the quick ones first, and those of its subject, as their names tell. Each
 * word that they have in common makes up for four times the time.
 */
function trialsOf({ id, file }: Mutant, looks: readonly Look[]): Trial[] {
  const subject = wordsOf(file);
  const cost = ({ tests, ms }: Trial): number =>
    ms / 4 ** wordsOf(tests).filter((word) => subject.includes(word)).length;
  return looks
    .flatMap(({ tests, reached: { [id]: reach } }) => (reach === undefined ? [] : [{ mutant: id, tests, ...reach }]))
    .toSorted((a, b) => cost(a) - cost(b));
}

class Judge {
  readonly #runner: TestRunner;
  readonly #msEach: number;
  readonly #limit = new TimeLimit();
  /** The mutant that was on while what is loaded was loaded. */
  #loadedWith: string | null | undefined = undefined;

  constructor(runner: TestRunner, msEach: number) {
    this.#runner = runner;
    this.#msEach = msEach;
  }

  async judge(mutant: string, trials: readonly Trial[]): Promise<void> {
    const started = Date.now();
    const unsure: string[] = [];
    let killedBy: string | null = null;
    let asked = 0;
    let spent = 0;
    for (const trial of trials) {
      if (killedBy !== null || spent > this.#msEach) {
        break;
      }
      asked += 1;
      spent += trial.ms;
      const noticed = await this.#try(trial);
      if (noticed === 'unsure') {
        unsure.push(trial.tests);
      } else if (noticed === 'never ends') {
        killedBy = `${trial.tests} > never ends`;
      } else if (noticed !== null) {
        killedBy = `${trial.tests} > ${noticed.name}`;
      }
    }
    note('judgement', mutant, { mutant, killedBy, unsure, asked, ms: Date.now() - started });
  }

  /** The test that fails with the mutant; nothing is sure where it fails without as well. */
  async #try(trial: Trial): Promise<Noticed | 'unsure'> {
    const { mutant, by } = trial;
    if (by.length === 0) {
      // What is come by while files are loaded shows when they are loaded with it.
      return this.#run(trial, mutant, { loadedWith: mutant, which: null });
    }
    const which = new Set(by);
    const failed = await this.#run(trial, mutant, { loadedWith: null, which });
    if (failed === null) {
      // What is loaded or made once, by the first test that wants it, is not come by again.
      return switches.hitCount === 0 ? this.#run(trial, mutant, { loadedWith: mutant, which }) : null;
    }
    if (failed === 'never ends') {
      return failed;
    }
    const alone = failed.type === 'test' ? new Set([failed.id]) : which;
    if ((await this.#run(trial, null, { loadedWith: null, which: alone })) === null) {
      return failed;
    }
    // It hangs on tests before it, or on what a mutant left behind.
    this.#loadedWith = undefined;
    const again = await this.#run(trial, mutant, { loadedWith: null, which });
    const without = again === null ? null : await this.#run(trial, null, { loadedWith: null, which });
    if (without === null) {
      return again;
    }
    this.#loadedWith = undefined;
    return 'unsure';
  }

  async #run(
    { tests, hits, ms }: Trial,
    mutant: string | null,
    { loadedWith, which }: { loadedWith: string | null; which: Which },
  ): Promise<Noticed> {
    if (this.#loadedWith !== loadedWith) {
      vi.resetModules();
      this.#loadedWith = loadedWith;
    }
    switches.activeMutant = mutant ?? undefined;
    switches.hitCount = 0;
    switches.hitLimit = mutant === null ? undefined : hits * 100 + 10_000;
    const file = path.join(this.#runner.config.root, tests);
    const patience = patienceFor(ms);
    const failed = await this.#limit.within(4 * patience, () => runAgain(this.#runner, file, which, patience));
    if (failed === 'never ends') {
      // What is loaded may be in any state.
      this.#loadedWith = undefined;
    }
    switches.activeMutant = undefined;
    switches.hitLimit = undefined;
    return failed;
  }
}

const wordsOf = (file: string): string[] => file.replace(/(?:\.test)?\.ts$/, '').split(/[/-]/);

/**
 * What a mutant is worth, of the time that all tests took: where those asked first notice nothing in it, those that are left are not
 * asked. So the mutant counts as survived, and the figure is never better than it is.
 */
const SHARE = 0.15;

/** Of one test, which with a mutant or after it may wait for ever: far more than all took before, on a busy machine too. */
const patienceFor = (ms: number): number => 15_000 + 10 * ms;

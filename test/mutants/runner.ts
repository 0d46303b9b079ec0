// Runs a file of tests as always, sees which mutants each of its tests comes by, and runs those tests again with one mutant
// after the other switched on, until one of them fails. All in one process, so that what is loaded stays loaded.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type File, startTests, type Suite, type Task, type Test } from '@vitest/runner';
import { TestRunner, vi } from 'vitest';
import type { Line, Plan } from './plan.mjs';

/** What the instrumented sources share with whoever runs them. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  /** How often the active mutant was come by, and how often it may be: it may have made a loop without an end. */
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Counts; perTest: Record<string, Counts> };
}
type Counts = Record<string, number>;

const switches: Switches = ((globalThis as { __stryker__?: Switches }).__stryker__ ??= {});
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as run.mjs wrote it
const { sample, until, results } = JSON.parse(readFileSync(process.env['MUTANTS_PLAN'] ?? '', 'utf8')) as Plan;

// oxlint-disable-next-line import/no-default-export -- how the test runner finds it
export default class MutantRunner extends TestRunner {
  /** In one process for many files, each with modules of its own: what loads a mutant is known for each. */
  override importFile(...[filepath, source]: Parameters<TestRunner['importFile']>): unknown {
    if (source === 'collect') {
      vi.resetModules();
      switches.mutantCoverage = { static: {}, perTest: {} };
    }
    return super.importFile(filepath, source);
  }

  override async onBeforeRunSuite(suite: Suite): Promise<void> {
    switches.currentTestId = undefined;
    await super.onBeforeRunSuite(suite);
  }

  override onBeforeTryTask(test: Task): void {
    switches.currentTestId = test.id;
    super.onBeforeTryTask(test);
  }

  override onAfterRunTask(test: Task): void {
    switches.currentTestId = undefined;
    super.onAfterRunTask(test);
  }

  // oxlint-disable-next-line typescript/no-misused-promises -- whoever calls it waits for it
  override async onAfterRunFiles(files?: File[]): Promise<void> {
    super.onAfterRunFiles();
    for (const file of files ?? []) {
      await this.#judge(file);
    }
  }

  async #judge(file: File): Promise<void> {
    const { static: always = {}, perTest = {} } = switches.mutantCoverage ?? {};
    const tests = path.relative(this.config.root, file.filepath);
    const broken = file.result?.state === 'fail';
    const reached = sample
      .map(({ id }) => ({
        id,
        by: Object.keys(perTest).filter((test) => perTest[test]?.[id] !== undefined),
        hits: Math.max(...[always, ...Object.values(perTest)].map((counts) => counts[id] ?? 0)),
      }))
      .filter(({ hits }) => hits > 0);
    say({ tests, broken, reached: reached.map(({ id }) => id) });
    for (const { id, by, hits } of broken ? [] : reached) {
      if (Date.now() > until) {
        return;
      }
      if (!existsSync(killedMark(id))) {
        const killedBy = await this.#killer(file, { id, by: new Set(by), hits });
        if (killedBy === undefined) {
          continue;
        }
        if (killedBy !== null) {
          writeFileSync(killedMark(id), '');
        }
        say({ tests, mutant: id, killedBy });
      }
    }
  }

  /** The name of the test that fails with the mutant and does not fail without; nothing where it fails without as well. */
  async #killer(
    file: File,
    { id, by, hits }: { id: string; by: ReadonlySet<string>; hits: number },
  ): Promise<string | null | undefined> {
    // What is come by only while the files are loaded shows when they are loaded again.
    const atLoading = by.size === 0;
    const once = async (active: string | undefined, which: ReadonlySet<string> | null): Promise<Test | null> => {
      Object.assign(switches, { activeMutant: active, hitCount: 0, hitLimit: hits * 100 + 10_000 });
      const failed = await this.#again(file, which, atLoading, active === undefined ? undefined : patienceFor(file));
      Object.assign(switches, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
      return failed;
    };
    const failed = await once(id, atLoading ? null : by);
    if (failed === null) {
      return null;
    }
    const alone = atLoading ? null : await once(undefined, new Set([failed.id]));
    if (alone !== null) {
      // It hangs on another test, or the mutant left something behind: nothing is known.
      vi.resetModules();
    }
    return alone === null ? failed.name : undefined;
  }

  /** The first test that fails, or does not end in time. */
  async #again(
    file: File,
    which: ReadonlySet<string> | null,
    anew: boolean,
    patience = this.config.testTimeout,
  ): Promise<Test | null> {
    if (anew) {
      vi.resetModules();
    }
    const runner = new QuietRunner({ ...this.config, testTimeout: patience, hookTimeout: patience }, which);
    for (const part of ['moduleRunner', '_otel']) {
      Reflect.set(runner, part, Reflect.get(this, part));
    }
    runner.forget(file.filepath);
    const [run] = await startTests([file.filepath], runner);
    if (anew) {
      // What was loaded with a mutant keeps it.
      vi.resetModules();
    }
    return runner.failed ?? (run?.result?.state === 'fail' ? firstTest(run) : null);
  }
}

/** Tells nobody, runs the chosen tests, and stops at the first that fails. */
class QuietRunner extends TestRunner {
  failed: Test | null = null;
  readonly #which: ReadonlySet<string> | null;

  constructor(config: TestRunner['config'], which: ReadonlySet<string> | null) {
    super(config);
    this.#which = which;
  }

  /** Loads the file of tests anew; what it imports stays. */
  forget(filepath: string): void {
    const { evaluatedModules: modules } = Reflect.get(this, 'workerState') as Worker;
    const known = modules.getModuleById(filepath);
    if (known !== undefined) {
      modules.invalidateModule(known);
    }
  }

  override async onBeforeRunTask(test: Test): Promise<void> {
    if (this.failed !== null || this.#which?.has(test.id) === false) {
      test.mode = 'skip';
    }
    await super.onBeforeRunTask(test);
  }

  override onAfterRunTask(test: Test): void {
    if (test.result?.state === 'fail') {
      this.failed ??= test;
    }
    super.onAfterRunTask(test);
  }

  /** Snapshots of tests that did not run are not missing. */
  override async onAfterRunSuite(): Promise<void> {}
}

interface Worker {
  evaluatedModules: {
    getModuleById(id: string): object | undefined;
    invalidateModule(known: object): void;
  };
}

const say = (line: Line): void =>
  appendFileSync(path.join(results, `${process.pid}.jsonl`), `${JSON.stringify(line)}\n`);
/** Of one test with a mutant, which may wait for ever: more than the whole file took without. */
const patienceFor = ({ result }: File): number => 30_000 + 2 * (result?.duration ?? 0);
const killedMark = (id: string): string => path.join(results, `killed-${id}`);

const firstTest = (suite: Suite): Test | null =>
  suite.tasks.map((task) => (task.type === 'test' ? task : firstTest(task))).find((test) => test !== null) ?? null;

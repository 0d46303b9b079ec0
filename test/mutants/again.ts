// Runs a file of tests once more, in the process in which it ran before: some of its tests, until one fails. Nobody is told.
import { type File, startTests, type Suite, type Test } from '@vitest/runner';
import { TestRunner } from 'vitest';

/** The ids of tests; all of the file where it says none. */
export type Which = ReadonlySet<string> | null;

/** The first test that fails, or does not end within the patience in ms; the file itself where it cannot even be loaded. */
export async function runAgain(
  before: TestRunner,
  filepath: string,
  which: Which,
  patience: number,
): Promise<Test | File | null> {
  const runner = new QuietRunner({ ...before.config, testTimeout: patience, hookTimeout: patience }, which);
  for (const part of ['moduleRunner', '_otel']) {
    Reflect.set(runner, part, Reflect.get(before, part));
  }
  forget(runner, filepath);
  const [file] = await startTests([filepath], runner);
  return runner.failed ?? (file?.result?.state === 'fail' ? file : null);
}

class QuietRunner extends TestRunner {
  failed: Test | null = null;
  readonly #which: Which;

  constructor(config: TestRunner['config'], which: Which) {
    super(config);
    this.#which = which;
  }

  onBeforeRunFiles(files: File[]): void {
    const which = this.#which;
    if (which !== null) {
      files.forEach((file) => keepOnly(file, which));
    }
  }

  override async onBeforeRunTask(test: Test): Promise<void> {
    if (this.failed !== null) {
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

/** Skips the others, and the hooks of whatever has none left. */
function keepOnly(suite: Suite, which: ReadonlySet<string>): void {
  for (const task of suite.tasks) {
    if (task.type === 'suite') {
      keepOnly(task, which);
    } else if (!which.has(task.id)) {
      task.mode = 'skip';
    }
  }
  if (suite.tasks.every(({ mode }) => mode === 'skip')) {
    suite.mode = 'skip';
  }
}

/** The file of tests is loaded anew; what it imports stays. */
function forget(runner: TestRunner, filepath: string): void {
  const { evaluatedModules: modules } = Reflect.get(runner, 'workerState') as Worker;
  const known = modules.getModuleById(filepath);
  if (known !== undefined) {
    modules.invalidateModule(known);
  }
}

interface Worker {
  evaluatedModules: {
    getModuleById(id: string): object | undefined;
    invalidateModule(known: object): void;
  };
}

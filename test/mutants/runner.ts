// Runs each file of tests as always, and notes which mutants its tests come by and how long they take. When the last one has
// been run, the same processes judge the mutants: what is loaded stays loaded.
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { File, Suite, Task, Test } from '@vitest/runner';
import { TestRunner, vi } from 'vitest';
import { judgeAll } from './judging.ts';
import { note, notes, plan } from './notes.ts';
import type { Look, Reach } from './plan.mjs';
import { switches } from './switches.ts';

// oxlint-disable-next-line import/no-default-export -- how the test runner finds it
export default class MutantRunner extends TestRunner {
  /** In one process for many files, each with modules of its own: what loads a mutant is known for each. */
  override importFile(...[filepath, source]: Parameters<TestRunner['importFile']>): unknown {
    if (source === 'collect') {
      vi.resetModules();
      switches.mutantCoverage = { static: {}, perTest: {} };
      note('begun', filepath, true);
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
      note('look', file.filepath, lookOf(file, path.relative(this.config.root, file.filepath)));
    }
    // As long as there are files to begin, this process gets another one.
    const [all = 0] = notes('files');
    if (notes('begun').length === all) {
      while (notes('look').length < all) {
        await pause(500);
      }
      await judgeAll(this);
    }
  }
}

function lookOf(file: File, tests: string): Look {
  const { static: always, perTest } = switches.mutantCoverage;
  const times = new Map(testsIn(file).map(({ id, result }) => [id, result?.duration ?? 0]));
  const whole = (file.collectDuration ?? 0) + (file.result?.duration ?? 0);
  const reached = plan.sample.flatMap(({ id }): [string, Reach][] => {
    const by = Object.keys(perTest).filter((test) => perTest[test]?.[id] !== undefined);
    const hits = Math.max(...[always, ...Object.values(perTest)].map((counts) => counts[id] ?? 0));
    const ms = by.length === 0 ? whole : by.reduce((sum, test) => sum + (times.get(test) ?? 0), 0);
    return hits === 0 ? [] : [[id, { by, hits, ms }]];
  });
  return { tests, broken: file.result?.state === 'fail', ms: whole, reached: Object.fromEntries(reached) };
}

const testsIn = (suite: Suite): Test[] =>
  suite.tasks.flatMap((task) => (task.type === 'test' ? [task] : testsIn(task)));

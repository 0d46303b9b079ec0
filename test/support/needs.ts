// What a test needs of the machine. Where it is not there the test is left out, and the end of a run says so and why
// (build/test-report.mjs): a green run does not look more complete than it was.
import type { TestContext, TestOptions } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Why the test, or a part of it, was left out. */
    leftOut?: string;
  }
}

/** The options of a test or of a group of tests: `test('…', needs(hasTool('age'), 'age'), …)`. */
export function needs(isThere: boolean, what: string): TestOptions {
  return isThere ? {} : { skip: true, meta: { leftOut: `needs ${what}` } };
}

/** For what shows only while the test runs. */
export function leaveOut({ task, skip }: TestContext, why: string): never {
  task.meta.leftOut = why;
  return skip(why);
}

/** The test goes on without some of its cases. */
export function goOnWithout({ task }: TestContext, missing: readonly string[]): void {
  if (missing.length > 0) {
    task.meta.leftOut = `in part: needs ${missing.join(', ')}`;
  }
}

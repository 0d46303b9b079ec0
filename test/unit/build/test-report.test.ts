import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from '../../../build/test-report.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'report-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: object): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('counting what the runners report', () => {
  const vitest = { numPassedTests: 4, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };

  it('adds up a Vitest run', () => {
    expect(countVitest(report(vitest), 1)).toEqual({ passed: 4, failed: 1, skipped: 3 });
  });

  it('counts a test file that did not load', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countVitest(report({ ...vitest, testResults }), 1).failed).toBe(2);
  });

  it('never lets a bad end pass for a good one', () => {
    expect(countVitest(path.join(folder, 'missing.json'), 134)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countVitest(report({ ...vitest, numFailedTests: 0 }), 1).failed).toBe(1);
    expect(countPlaywright(path.join(folder, 'missing.json'), -1).failed).toBe(1);
  });

  it('takes a flaky Playwright test for a failure', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright(report({ stats }), 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });
});

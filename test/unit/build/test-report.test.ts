import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  afterSecondLook,
  countPlaywright,
  countVitest,
  isWorthASecondLook,
  leftOutLines,
} from '../../../build/test-report.mjs';
import { folderForAll } from '../../support/folder.ts';

const folder = folderForAll();

function report(content: object): string {
  const file = folder('report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('counting what the runners report', () => {
  const vitest = { numPassedTests: 4, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };

  it('adds up a Vitest run', () => {
    expect(countVitest(report(vitest), 1)).toEqual({ passed: 4, failed: 1, skipped: 3, leftOut: [], red: [] });
  });

  it('counts a test file that did not load', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countVitest(report({ ...vitest, testResults }), 1).failed).toBe(2);
  });

  it('never lets a bad end pass for a good one', () => {
    expect(countVitest(folder('missing.json'), 134)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
      leftOut: [],
      red: [],
    });
    expect(countVitest(report({ ...vitest, numFailedTests: 0 }), 1).failed).toBe(1);
    expect(countPlaywright(folder('missing.json'), -1).failed).toBe(1);
  });

  it('takes a flaky Playwright test for a failure', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright(report({ stats }), 1)).toEqual({ passed: 3, failed: 2, skipped: 2, leftOut: [], red: [] });
  });
});

describe('what was left out', () => {
  const root = '/checkout';

  it('is listed with the reason, each reason once', () => {
    const age = { status: 'skipped', meta: { leftOut: 'needs age' } };
    const files = [
      { name: '/checkout/test/a.test.ts', status: 'passed', assertionResults: [age, age, { status: 'passed' }] },
      { name: '/checkout/test/b.test.ts', status: 'passed', assertionResults: [age, { status: 'skipped', meta: {} }] },
      {
        name: '/checkout/test/c.test.ts',
        status: 'passed',
        assertionResults: [{ status: 'passed', meta: { leftOut: 'in part: needs keytool' } }],
      },
    ];
    const counted = countVitest(
      report({ numPassedTests: 2, numFailedTests: 0, numPendingTests: 4, numTodoTests: 0, testResults: files }),
      0,
    );
    expect(leftOutLines([counted], root)).toEqual([
      '  3 × needs age (test/a.test.ts, test/b.test.ts)',
      '  1 × no reason is given (test/b.test.ts)',
      '  1 × in part: needs keytool (test/c.test.ts)',
    ]);
  });

  it('is found in the window’s run, however deep', () => {
    const stats = { expected: 1, unexpected: 0, flaky: 0, skipped: 1 };
    const skipped = { status: 'skipped', annotations: [{ type: 'skip', description: 'needs root' }] };
    const suites = [{ file: 'x.test.ts', suites: [{ file: 'x.test.ts', specs: [{ tests: [skipped] }] }] }];
    const counted = countPlaywright(report({ stats, suites }), 0);
    expect(leftOutLines([counted], root)).toEqual(['  1 × needs root (x.test.ts)']);
  });
});

describe('a second look', () => {
  const failing = (name: string) => ({ name, status: 'failed', assertionResults: [{ status: 'failed' }] });
  const vitestOf = (files: string[]) =>
    countVitest(
      report({
        numPassedTests: 7,
        numFailedTests: files.length,
        numPendingTests: 0,
        numTodoTests: 0,
        testResults: [
          ...files.map(failing),
          { name: 'ok', status: 'passed', assertionResults: [{ status: 'passed' }] },
        ],
      }),
      files.length === 0 ? 0 : 1,
    );

  it('is for few files that failed by a test of their own', () => {
    expect(isWorthASecondLook(vitestOf([]))).toBe(false);
    expect(vitestOf(['a', 'b']).red).toEqual(['a', 'b']);
    expect(isWorthASecondLook(vitestOf(['a', 'b']))).toBe(true);
    expect(isWorthASecondLook(vitestOf(['a', 'b', 'c', 'd', 'e']))).toBe(false);
    expect(isWorthASecondLook(countVitest(folder('missing.json'), 134))).toBe(false);
  });

  it('finds the files of the window’s run', () => {
    const stats = { expected: 1, unexpected: 1, flaky: 0, skipped: 0 };
    const specs = [{ ok: false, tests: [{ status: 'unexpected', annotations: [] }] }];
    const suites = [
      { file: 'x.test.ts', suites: [{ file: 'x.test.ts', specs }] },
      { file: 'y.test.ts', specs: [] },
    ];
    expect(countPlaywright(report({ stats, suites }), 1).red).toEqual(['x.test.ts']);
  });

  it('counts what passes alone and tells it; what fails again, or does not run, stays failed', () => {
    const first = vitestOf(['a', 'b']);
    expect(afterSecondLook(first, vitestOf([]))).toMatchObject({ passed: 9, failed: 0, unsteady: ['a', 'b'] });
    expect(afterSecondLook(first, vitestOf(['a']))).toBe(first);
    expect(afterSecondLook(first, { ...vitestOf([]), passed: 0 })).toBe(first);
  });
});

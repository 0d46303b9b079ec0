// SECURITY.md promises nothing that no test attacks: each row of its table of promises names the tests that do, and they
// exist. Its other links lead somewhere too.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TEXT = readFileSync(path.join(ROOT, 'SECURITY.md'), 'utf8');

/** The rows below a heading, without the table's head. */
function rowsUnder(heading: string): string[][] {
  const section = TEXT.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return section
    .split('\n')
    .filter((line) => /^\| (?!-)/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([first]) => first !== 'promise');
}

const testsIn = (cell: string): string[] => [...cell.matchAll(/`(test\/[^`]+)`/g)].map(([, file = '']) => file);
const isTest = (file: string): boolean =>
  /\.test\.tsx?$/.test(file) &&
  existsSync(path.join(ROOT, file)) &&
  /^\s*(it|test|desks?Test)\b/m.test(readFileSync(path.join(ROOT, file), 'utf8'));

describe('SECURITY.md', () => {
  const promises = rowsUnder('What is promised');

  it('makes promises', () => {
    expect(promises.length).toBeGreaterThan(30);
  });

  it.each(promises.map(([promise = '', shownBy = '']) => ({ promise, shownBy })))(
    'names the test of: $promise',
    ({ shownBy }) => {
      const tests = testsIn(shownBy);
      expect(tests).not.toEqual([]);
      expect(tests.filter((file) => !isTest(file))).toEqual([]);
    },
  );

  it('names no file that is not there', () => {
    const named = [...TEXT.matchAll(/`((?:main|renderer|shared|test|build|docs)\/[\w./-]+\.\w+)`/g)].map(
      ([, file = '']) => file,
    );
    const linked = [...TEXT.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, file = '']) => file);
    expect([...named, ...linked].filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });
});

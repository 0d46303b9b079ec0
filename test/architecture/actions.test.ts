// Every act that the audit log records has words in the window, in each language (the languages have one type), and a test
// that holds its entry to the letter.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { actions } from '../../shared/words/en/audit/actions.ts';

const ENTRIES = path.resolve(import.meta.dirname, '../unit');
/** A line of an expected chain: `key.rotated Acme/default {…}`. */
const EXPECTED = /(?<![\w.'])([a-z]+\.[a-z-]+) [^{}()'\n]+ \{["}]/g;

const MAIN = path.resolve(import.meta.dirname, '../../main');
/** As acts are written where they are recorded: `action: 'key.revoked'`, or a constant that is named for it. */
const RECORDED = /(?:action: |_ACTION = )'([a-z]+\.[a-z-]+)'/g;

it('has words for whatever is recorded', () => {
  const recorded = readdirSync(MAIN, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .flatMap((entry) => [...readFileSync(path.join(entry.parentPath, entry.name), 'utf8').matchAll(RECORDED)])
    .map(([, action = '']) => action);
  expect(recorded.length).toBeGreaterThan(15);
  expect(recorded.filter((action) => !Object.hasOwn(actions, action))).toEqual([]);
});

it('expects the exact entry of every act somewhere', () => {
  const lines = readdirSync(ENTRIES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .filter((text) => text.includes('chainOf('))
    .flatMap((text) => [...text.matchAll(EXPECTED)])
    .map(([, action = '']) => action);
  const expected = new Set(lines);
  expect(Object.keys(actions).filter((action) => !expected.has(action))).toEqual([]);
});

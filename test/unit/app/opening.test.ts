import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { withoutWindow, wordsFor } from '../../../shared/without-window.ts';
import { fileFrom } from '../../../main/app/command-line.ts';
import { createOpening } from '../../../main/app/opening.ts';

it.each([
  [['key-custodian'], null],
  [['key-custodian', '--lang=de'], null],
  [['key-custodian', '/home/o/a.p12'], path.resolve('/home/o/a.p12')],
  [['key-custodian', '--lang=de', 'a.p12'], path.resolve('a.p12')],
  [['electron', '/checkout'], null],
  [['electron', '/checkout', '--data-dir=/tmp/x', '/home/o/a.p12'], path.resolve('/home/o/a.p12')],
])('finds in %j the file %j', (argv, file) => {
  expect(fileFrom(argv, path.resolve('/checkout'))).toBe(file);
});

it('keeps the newest file until there is a window, and hands each over once', () => {
  const shown: string[] = [];
  const opening = createOpening('/a');
  opening.open('/b');
  opening.open(null);
  opening.showBy((file) => shown.push(file));
  opening.open(null);
  opening.open('/c');
  expect(shown).toEqual(['/b', '/c']);
});

const words = wordsFor('--command-line');

it('takes a command only in the words of the launcher, and what stands behind them as it is', () => {
  const args = ['key', 'list', '--remote-debugging-port=1'];
  expect(withoutWindow([...words, ...args])).toEqual({ program: 'command-line.cjs', args });
  expect(withoutWindow(words)).toEqual({ program: 'command-line.cjs', args: [] });
  expect(withoutWindow([...wordsFor('--key-holder'), 'a'])).toEqual({ program: 'key-holder.cjs', args: ['a'] });
  for (const [index] of words.entries()) {
    expect(withoutWindow(words.toSpliced(index, 1))).toBeNull();
    expect(withoutWindow(words.toSpliced(index, 0, '--remote-debugging-port=1'))).toBeNull();
  }
});

it('is what the launcher says', () => {
  const launcher = readFileSync(path.resolve('build/packages/files/custodian.sh'), 'utf8');
  expect(launcher).toContain(`exec "$program" ${words.join(' ')} "$@"`);
});

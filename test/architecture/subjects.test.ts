// The window stands by subject (docs/adr/0021): each folder of renderer/ has its screens, components and state; what all of
// them use knows none of them, and none of them knows the frame around it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../renderer');
/** What every subject may use. */
const COMMON = ['parts', 'state', 'text', 'styles'];
const SUBJECTS = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && ![...COMMON, 'frame'].includes(entry.name))
  .map(({ name }) => name);

/** `parts/page.tsx` -> the folders of renderer/ that it imports from, and for what. */
const imports = readdirSync(ROOT, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .flatMap((entry) =>
    [...readFileSync(path.join(entry.parentPath, entry.name), 'utf8').matchAll(/(?:from|import) '(\.[^']+)'/g)].map(
      ([, specifier = '']) => ({
        from: path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
        to: path.relative(ROOT, path.join(entry.parentPath, specifier)).split(path.sep).join('/'),
      }),
    ),
  );
const roomOf = (file: string): string => file.split('/')[0] ?? '';
const broken = (rooms: readonly string[], forbidden: readonly string[]): string[] =>
  imports
    .filter(({ from, to }) => rooms.includes(roomOf(from)) && forbidden.includes(roomOf(to)))
    .map(({ from, to }) => `${from} -> ${to}`);

it('keeps screens, components and state of a subject together', () => {
  expect(SUBJECTS.length).toBeGreaterThan(10);
  const inside = SUBJECTS.flatMap((subject) => readdirSync(path.join(ROOT, subject)));
  expect([...new Set(inside)].toSorted()).toEqual(['components', 'screens', 'state']);
});

it('lets what all of them use import no subject', () => {
  expect(broken(COMMON, [...SUBJECTS, 'frame'])).toEqual([]);
});

it('lets no subject import the frame of the window', () => {
  expect(broken(SUBJECTS, ['frame'])).toEqual([]);
});

it('lets nobody import a screen but another screen of its subject', () => {
  const wrong = imports.filter(
    ({ from, to }) => /^[^/]+\/screens\/.*\.tsx$/.test(to) && path.dirname(from) !== path.dirname(to),
  );
  expect(wrong).toEqual([]);
});

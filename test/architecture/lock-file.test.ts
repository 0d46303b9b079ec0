// `npm ci` refuses a lock file that lacks what a package in it names. On the machine where the lock file was made nobody notices:
// what a registry does not have, and may be absent, is left out by `npm install` without a word.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

interface Locked {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};

/** Where a package at this place finds what it names, nearest first. */
const placesFor = (at: string, name: string): string[] => {
  const folders = at.split('/node_modules/');
  const above = folders.map((_, index) => folders.slice(0, folders.length - index).join('/node_modules/'));
  return [...above.filter((folder) => folder !== ''), ''].map((folder) =>
    folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`,
  );
};

it('the lock file has every package that one in it names', () => {
  const missing = Object.entries(packages).flatMap(([at, { dependencies, devDependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
      .filter((name) => !placesFor(at, name).some((place) => place in packages))
      .map((name) => `${at || 'package.json'}: ${name}`),
  );
  expect(missing).toEqual([]);
  expect(Object.keys(packages).length).toBeGreaterThan(100);
});

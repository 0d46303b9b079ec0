// The folders of renderer/components are parts of the window (docs/adr/0021); what all of them use knows none of them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../renderer/components');

it('keeps every component in a part of the window', () => {
  const loose = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => !entry.isDirectory());
  expect(loose.map(({ name }) => name)).toEqual([]);
});

it('lets the common parts import no part of the window', () => {
  const folder = path.join(ROOT, 'parts');
  const files = readdirSync(folder).filter((name) => /\.tsx?$/.test(name));
  const wrong = files.flatMap((name) =>
    [...readFileSync(path.join(folder, name), 'utf8').matchAll(/from '\.\.\/(?!\.\.)([^']+)'/g)].map(
      ([, target = '']) => `${name} -> ${target}`,
    ),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

// Every link in every document leads to a file that is there, and to a heading that it has.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What others wrote, and what is made here. */
const NOT_OURS = /^(node_modules|out|dist|release|walkthrough|test-results|\.git)$/;

const documents = readdirSync(ROOT, { withFileTypes: true })
  .filter(({ name }) => !NOT_OURS.test(name))
  .flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(path.join(ROOT, entry.name), { recursive: true, encoding: 'utf8' }).map((file) =>
          path.join(entry.name, file),
        )
      : [entry.name],
  )
  .filter((file) => file.endsWith('.md'));

const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8').replace(/```[^]*?```/g, '');

/** As the forges name them. */
const anchorsIn = (file: string): string[] =>
  [...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

it('finds the documents, wherever they stand', () => {
  expect(documents.length).toBeGreaterThan(35);
  expect(documents).toContain('build/linux-session/README.md');
  expect(documents).toContain('docs/guide/index.md');
});

it.each(documents)('%s', (file) => {
  const links = [...textOf(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const broken = links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [target = '', anchor] = link.split('#');
      const to = target === '' ? file : path.join(path.dirname(file), target);
      return !existsSync(path.join(ROOT, to)) || (anchor !== undefined && !anchorsIn(to).includes(anchor));
    });
  expect(broken).toEqual([]);
});

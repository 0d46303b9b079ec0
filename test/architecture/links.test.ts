// Every link in every document leads to a file that is there, and to a heading that it has.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

const documents = [
  ...readdirSync(ROOT),
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((file) => path.join('docs', file)),
].filter((file) => file.endsWith('.md') && statSync(path.join(ROOT, file)).isFile());

const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8').replace(/```[^]*?```/g, '');

/** As the forges name them. */
const anchorsIn = (file: string): string[] =>
  [...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

it('finds the documents', () => {
  expect(documents.length).toBeGreaterThan(35);
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

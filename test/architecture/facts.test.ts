// Main tells in English what is wrong with a file, an answer or an input, as a fact of an error; the window makes a
// sentence of it in its language (docs/adr/0019). Whatever main can say in such a place has its German.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'vite';
import { expect, it } from 'vitest';
import { fact } from '../../shared/words/de/facts.ts';
import { scheme } from '../../shared/words/de/formats.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ROOMS = [
  'shared/domain',
  ...['acts', 'ports', 'key-store', 'reading', 'encoding', 'files', 'formats', 'registry', 'tenant', 'network'].map(
    (room) => `main/${room}`,
  ),
];

/** Members of facts, and variables of their name, that hold words; calls that make an error of words. */
const HOLDS_WORDS = /^(problem|possible|missing|status|cipher|tooLarge|needs)$/;
const DETAIL = /^(detail|EXPLAINED|TLS|WORDS)$/;
const TAKES_WORDS = /^(unreadable|invalid|unusable|refused?|unsupported|missing|foreign)$/;
const WORDS = /^\p{L}{2,}(.*\s.*\p{L}{2,}|$)/su;

/** Names, codes, and pieces that the whole has German for. */
const SAME = new Set([
  'ready',
  'bundle',
  'receipt',
  'kid',
  'it',
  'sig',
  'something else',
  'RSA',
  'EC',
  'OKP',
  'missing there',
]);

function sources(room: string): string[] {
  return readdirSync(path.join(ROOT, room), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));
}

/** Every text in this part of a source; `7` stands for each value in it. */
function texts(file: string, from: number, to: number): string[] {
  const found: string[] = [];
  const noted = (start: number, text: string): void => {
    if (start >= from && start < to) {
      found.push(text);
    }
  };
  new Visitor({
    Literal: ({ start, value }) => (typeof value === 'string' ? noted(start, value) : undefined),
    TemplateLiteral: ({ start, quasis }) => noted(start, quasis.map(({ value }) => value.cooked ?? '').join('7')),
  }).visit(parseSync(file, readFileSync(path.join(ROOT, file), 'utf8')).program);
  return found;
}

function factsIn(file: string): string[] {
  const spans: [number, number][] = [];
  const isOf = (name: string): boolean =>
    HOLDS_WORDS.test(name) || (DETAIL.test(name) && !file.endsWith('audit-sealing.ts'));
  new Visitor({
    Property({ key, value }) {
      if (key.type === 'Identifier' && isOf(key.name) && /^(Literal|Template|Conditional|Logical)/.test(value.type)) {
        spans.push([value.start, value.end]);
      }
    },
    VariableDeclarator({ id, init }) {
      if (id.type === 'Identifier' && isOf(id.name) && init !== null && !init.type.startsWith('Arrow')) {
        spans.push([init.start, init.end]);
      }
    },
    CallExpression({ callee, arguments: given }) {
      if (callee.type === 'Identifier' && TAKES_WORDS.test(callee.name)) {
        spans.push(...given.map(({ start, end }): [number, number] => [start, end]));
      }
    },
  }).visit(parseSync(file, readFileSync(path.join(ROOT, file), 'utf8')).program);
  return spans.flatMap(([from, to]) => texts(file, from, to)).filter((text) => WORDS.test(text) && !SAME.has(text));
}

const said = [...new Set(ROOMS.flatMap(sources).flatMap(factsIn))];

it('finds what main says', () => {
  expect(said.length).toBeGreaterThan(60);
  expect(said).toContain('its PEM block is damaged');
});

it('has German for all of it', () => {
  expect(said.filter((text) => fact(text) === text && scheme(text) === text)).toEqual([]);
});

// What the schemas of shared/ refuse with is English for every border; German has a sentence for each.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sharedWords } from '../../../shared/words/words.ts';

const SHARED = path.resolve(import.meta.dirname, '../../../shared');
const MESSAGE = /['`]((?:must|may) [^'`]+)['`]/g;
const german = sharedWords('de');

const messages = readdirSync(SHARED, { encoding: 'utf8', recursive: true })
  .filter((name) => name.endsWith('.ts') && !/words|sentences|contract|verifiers|doctor/.test(name))
  .flatMap((name) => [...readFileSync(path.join(SHARED, name), 'utf8').matchAll(MESSAGE)])
  .map(([, said = '']) => said.replaceAll(/\$\{\w+\}/g, '7'));

it('has a German sentence for whatever a schema says', () => {
  expect(messages.length).toBeGreaterThan(20);
  expect(messages.filter((said) => /\b(must|may)\b/.test(german.problem(said)))).toEqual([]);
});

it('keeps a message that nobody foresaw', () => {
  expect(german.problem('Invalid input')).toBe('Invalid input.');
  expect(sharedWords('en').problem('must not be empty')).toBe('It must not be empty.');
});

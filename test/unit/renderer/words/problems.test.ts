// What the schemas of shared/ refuse with is English for every border; the German window has a sentence for each.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { controls as german } from '../../../../renderer/words/de/controls.ts';
import { controls as english } from '../../../../renderer/words/en/controls.ts';

const SHARED = path.resolve(import.meta.dirname, '../../../../shared');
const MESSAGE = /['`]((?:must|may) [^'`]+)['`]/g;

const messages = readdirSync(SHARED)
  .filter((name) => name.endsWith('.ts') && !/words|sentences|catalogue|doctor/.test(name))
  .flatMap((name) => [...readFileSync(path.join(SHARED, name), 'utf8').matchAll(MESSAGE)])
  .map(([, said = '']) => said.replaceAll(/\$\{\w+\}/g, '7'));

it('has a German sentence for whatever a schema says', () => {
  expect(messages.length).toBeGreaterThan(20);
  const untold = messages.filter((said) => german.problem(said).startsWith('Das passt hier nicht'));
  expect(untold).toEqual([]);
  expect(german.problem('must be at most 64 characters')).toBe('Es dürfen höchstens 64 Zeichen sein.');
});

it('keeps a message that nobody foresaw', () => {
  expect(german.problem('Invalid input')).toBe('Das passt hier nicht: Invalid input.');
  expect(english.problem('must not be empty')).toBe('It must not be empty.');
});

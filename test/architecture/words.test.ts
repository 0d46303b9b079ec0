// What a person reads stands in shared/words, one folder for each language (docs/adr/0019). The compiler keeps the languages
// alike; here is what it does not see.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../shared/language.ts';
import { desktop, dialogs, page, shared } from '../../shared/words/en/index.ts';
import { ruleHolds } from '../support/house-lint.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const WORDS = 'shared/words';

const sources = ['main', 'renderer', 'shared'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') })),
);
const languageOf = (file: string): string | undefined =>
  LANGUAGES.find((language) => file.startsWith(`${WORDS}/${language}/`));
const outside = sources.filter(({ file }) => languageOf(file) === undefined);

describe('the words', () => {
  it('are no markup', () => {
    const inWords = sources.filter(({ file }) => file.startsWith(`${WORDS}/`));
    expect(inWords.length).toBeGreaterThan(150);
    expect(inWords.filter(({ file, text }) => file.endsWith('.tsx') || /from 'react/.test(text))).toEqual([]);
  });

  it('stand in one folder', () => {
    expect(sources.filter(({ file }) => /\/words\//.test(file) && !file.startsWith(`${WORDS}/`))).toEqual([]);
  });

  // What all parts share is tables by code, which have a word for each code and no other: the compiler looks.
  it.each(Object.entries({ page, desktop, dialogs, shared }))('of the %s are all shown somewhere', (part, all) => {
    const unused = Object.entries<unknown>(all)
      // Looked up by what the audit log recorded (actions.test.ts), and by the act that the palette begins.
      .filter(([section]) => section !== 'actions' && section !== 'windowActs')
      .flatMap(([section, words]) => {
        const users = outside.filter(({ text }) => new RegExp(`\\b${section}\\b`).test(text));
        const names = part === 'shared' || typeof words !== 'object' || words === null ? [section] : Object.keys(words);
        return (
          names
            // Those by the name of an act are a table too.
            .filter((name) => !name.includes('.'))
            .filter((name) => !users.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text)))
            .map((name) => `${section}.${name}`)
        );
      });
    expect(unused).toEqual([]);
  });
});

describe('a language', () => {
  // English is where every other starts, and what the command line speaks.
  it.each(LANGUAGES.filter((language) => language !== 'en'))('%s is a folder and a row in two files', (language) => {
    const asksFor = new RegExp(`from '[^']*\\b${language}/|'${language}'|\\b${language}: `);
    const files = outside.filter(({ text }) => asksFor.test(text)).map(({ file }) => file);
    expect(files).toEqual(['shared/language.ts', `${WORDS}/words.ts`]);
  });
});

const FILE = 'renderer/components/x.tsx';

ruleHolds('loose-words', {
  good: [
    [FILE, 'const a = <Text>{words.title}</Text>;'],
    [FILE, 'const a = <Text>·</Text>;'],
    [FILE, 'const a = <Text aria-label={words.label} className="wide row" />;'],
    [FILE, "import { Text } from '@mantine/core';"],
    [FILE, "const a = event.key === 'Enter';"],
    [FILE, "const a = 'Enter';"],
    [FILE, "type A = 'Rotate the key now.';"],
    [FILE, 'const a = `calc(100% - ${width}px)`;'],
    [FILE, "switch (a) { case 'Rotate now': break; }"],
    ['shared/words/en/desktop.ts', "const a = 'Rotate the key now.';"],
  ],
  bad: [
    [FILE, 'const a = <Text>Rotate now</Text>;', /“Rotate now” is read by people/],
    [FILE, 'const a = <Text>Schlüssel</Text>;', /“Schlüssel”/],
    [FILE, 'const a = <Text aria-label="key" />;', /“key”/],
    [FILE, "const a = 'Rotate the key now.';", /“Rotate the key now\.”/],
    [FILE, "const a = { title: 'Rotate' };", /“Rotate”/],
    [FILE, 'const a = `Key ${number} of ${total}`;', /“Key … of …”/],
    ['renderer/words/x.ts', "const a = 'Rotate the key now.';", /“Rotate the key now\.”/],
    ['main/acts/x.ts', "const a = 'The key is gone.';", /“The key is gone\.”/],
    ['main/app/x.ts', "const a = 'Quit without waiting?';", /“Quit without waiting\?”/],
  ],
});

// What a person reads stands in words/ and nowhere else (docs/adr/0041): read from the syntax trees of the sources.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'vite';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ROOMS = [
  ...['components', 'screens', 'state', 'text'].map((room) => `renderer/${room}`),
  ...['app', 'ipc', 'acts', 'ports', 'files', 'tenant'].map((room) => `main/${room}`),
  ...['problems', 'contract'].map((room) => `shared/${room}`),
];

/** Written into documents for people elsewhere, who read English; and how a credential is called in the keychain. */
const DOCUMENTS = new Set([
  'main/acts/exports/export-all.ts',
  'main/acts/offline/bundles.ts',
  'main/acts/tenants/credentials.ts',
]);

/** Two letters in a row, in any script. */
const WORD = /\p{L}{2,}/u;
/** Attributes whose text a person reads or hears. */
const READ_ALOUD =
  /^(aria-label|alt|title|label|description|placeholder|lead|heading|verb|working|what|action|legend|caption|note|unit|error|suffix|prefix)$/;
/** In a string anywhere else: a capitalised word alone or before another, or a sentence. */
const SENTENCE = /^\p{Lu}\p{Ll}+(\s|…|$)|^\p{Lu}\s|\p{L}{2,}\s\p{L}{2,}.*[.?…]$/u;
const BETWEEN_VALUES = /… \p{L}{2,} …|\p{L}{2,} \p{L}{2,}|^\p{Lu}\p{L}+ |(^| ) \p{L}{2,}/u;
/** The same in every language: names, languages by their own name, keys of the keyboard. */
const SAME_EVERYWHERE = new Set([
  'Key Custodian',
  'Electron …',
  'English',
  'Deutsch',
  'JWKS',
  'kid',
  'Files',
  'Auth0',
  'Node',
  'Mac',
  'UTC',
  'Bearer …',
  'Basic …',
  'Enter',
  'Space',
  'Esc',
  'Escape',
  'Tab',
  'Home',
  'End',
  'Backspace',
  'Delete',
  'PageUp',
  'PageDown',
  'Alt',
  'Ctrl',
  'Shift',
]);

function sources(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));
}

interface Place {
  start: number;
}

function wordsIn(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const found: string[] = [];
  /** Literals that were looked at with what they stand in, or are no words where they stand. */
  const seen = new Set<number>();
  const note = ({ start }: Place, said: string): void => {
    if (SAME_EVERYWHERE.has(said.trim())) {
      return;
    }
    const line = text.slice(0, start).split('\n').length;
    found.push(`${file}:${line} ${said.trim().replaceAll(/\s+/g, ' ')}`);
  };
  const skip = (node: Place | null): void => {
    if (node !== null) {
      seen.add(node.start);
    }
  };
  new Visitor({
    ImportDeclaration: ({ source }) => skip(source),
    ExportNamedDeclaration: ({ source }) => skip(source),
    TSLiteralType: ({ literal }) => skip(literal),
    SwitchCase: ({ test }) => skip(test),
    BinaryExpression({ left, right }) {
      skip(left);
      skip(right);
    },
    JSXText(node) {
      if (WORD.test(node.value)) {
        note(node, node.value);
      }
    },
    JSXAttribute({ name, value }) {
      if (value?.type === 'Literal' && typeof value.value === 'string') {
        skip(value);
        if (name.type === 'JSXIdentifier' && READ_ALOUD.test(name.name) && WORD.test(value.value)) {
          note(value, value.value);
        }
      }
    },
    Literal(node) {
      const { value } = node;
      const isWord = typeof value === 'string' && SENTENCE.test(value);
      if (isWord && !seen.has(node.start)) {
        note(node, value);
      }
    },
    TemplateLiteral(node) {
      const said = node.quasis.map(({ value }) => value.cooked ?? '').join('…');
      if (
        BETWEEN_VALUES.test(said) &&
        !/^[\s\d.,a-z%()…-]*$/.test(said.replaceAll(/\b(calc|translateY?|var)\b/g, ''))
      ) {
        note(node, said);
      }
    },
  }).visit(parseSync(file, text).program);
  return found;
}

it('lets no word for a person stand outside words/', () => {
  expect(
    ROOMS.flatMap(sources)
      .filter((file) => !DOCUMENTS.has(file))
      .flatMap(wordsIn),
  ).toEqual([]);
});

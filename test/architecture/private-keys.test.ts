// Where can a private key be? In main/key-store, and between the file that held it and the store in main/reading; nowhere else
// (docs/adr/0039). Read from the sources themselves.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

const sources = ['main', 'shared'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const text = readFileSync(file, 'utf8').replaceAll(/^\s*(\/\/|\/?\*).*$/gm, '');
      return { file: path.relative(ROOT, file).split(path.sep).join('/'), text };
    }),
);

const inRooms =
  (...rooms: string[]) =>
  ({ file }: { file: string }): boolean =>
    rooms.some((room) => file.startsWith(`main/${room}/`));

/** The files outside the rooms in which it stands. */
const outside = (pattern: RegExp, ...rooms: string[]): string[] =>
  sources.filter((source) => !inRooms(...rooms)(source) && pattern.test(source.text)).map(({ file }) => file);

const HOLDERS = ['key-store', 'reading'];

describe('a private key', () => {
  it('is looked for in all sources', () => {
    expect(sources.length).toBeGreaterThan(400);
    expect(sources.filter(inRooms(...HOLDERS)).some(({ text }) => /\bcreatePrivateKey\(/.test(text))).toBe(true);
  });

  it('is opened, and has its bytes named, in two rooms', () => {
    // What files are called is another matter: 'pkcs8' is the name of a format, and words have no bytes.
    const named = outside(/(?<!')\bpkcs8(Of)?\b(?!'|: ['{]| goes| geht)/, ...HOLDERS);
    expect(named.filter((file) => !file.startsWith('shared/words/'))).toEqual([]);
    expect(outside(/\b(createPrivateKey|subtle|importPKCS8|keyInHand|signingKeyOf)\b/, ...HOLDERS)).toEqual([]);
  });

  it('is made in one room; the sandbox makes one to show its public key', () => {
    expect(outside(/\bgenerateKey(Pair(Sync)?)?\(/, 'key-store')).toEqual(['main/sandbox/troubles.ts']);
  });

  it('goes from a file into a store and nowhere else', () => {
    const takers = sources.filter(({ text }) => /\bpkcs8Of\b/.test(text)).map(({ file }) => file);
    expect(takers.filter((file) => file !== 'main/reading/private-key.ts')).toEqual([
      'main/key-store/software/keys.ts',
    ]);
  });

  it('lies in a vault that only the key store has', () => {
    expect(outside(/\bSecretVault\b/, 'key-store')).toEqual([]);
  });

  it('is reached through the table of kinds', () => {
    const imported = sources
      .filter(({ file }) => !inRooms('key-store')({ file }))
      .flatMap(({ text }) => [...text.matchAll(/^import (?!type)[^;]*'[^']*\/key-store\/([^']+)';$/gm)])
      .map(([, file]) => file);
    // The key of the vault, which opens what is sealed, may be held for a time by a process of its own.
    const holder = ['holder/ask.ts', 'holder/place.ts'];
    expect(new Set(imported)).toEqual(
      new Set(['keychain/backend.ts', 'kinds.ts', 'software/passing-key.ts', ...holder]),
    );
  });

  it('cannot be had through the ports that acts are given', () => {
    const ports = sources.filter(({ file }) => /^main\/ports\/(key-store|reading)\.ts$/.test(file));
    expect(ports).toHaveLength(2);
    expect(ports.filter(({ text }) => /pkcs8|\bSecret\b/i.test(text))).toEqual([]);
  });
});

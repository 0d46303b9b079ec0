// What a start loads, chunk by chunk: a command that looks at keys waits for no library that it has no use for, help for next
// to none, and the window's program for no act. Times are measured by the bench; what they follow from is held here.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderForAll } from '../support/folder.ts';
import { needs } from '../support/needs.ts';

const DIST = path.resolve(import.meta.dirname, '../../dist');
const built = existsSync(path.join(DIST, 'command-line.cjs'));

/** What marks a library among the sources of a chunk. */
const LIBRARIES = {
  'ASN.1 stack': /node_modules\/(asn1js|@peculiar|pkijs)|\/tsyringe\//,
  'node-forge': /node_modules\/node-forge\//,
  'tenant SDK': /node_modules\/auth0\//,
  jose: /node_modules\/jose\//,
  qr: /node_modules\/qr\//,
  fflate: /node_modules\/fflate\//,
} as const;

const folder = folderForAll();

/** The files of dist that a program loads, by what it opens. */
function loadedBy(...args: string[]): string[] {
  const list = folder('loaded.json');
  const spy = folder('spy.cjs');
  writeFileSync(
    spy,
    `const fs = require('node:fs'); const read = fs.readFileSync; const seen = [];
    fs.readFileSync = (file, ...more) => { seen.push(String(file)); return read(file, ...more); };
    process.on('exit', () => fs.writeFileSync(${JSON.stringify(list)}, JSON.stringify(seen)));`,
  );
  spawnSync(process.execPath, ['-r', spy, path.join(DIST, 'cli.cjs'), '--data-dir', folder('data'), ...args]);
  const seen = JSON.parse(readFileSync(list, 'utf8')) as string[];
  return [...new Set(seen)].filter(
    (file) => file.startsWith(DIST) && file.endsWith('.cjs') && !file.includes('compiled'),
  );
}

/** What a file of dist requires at once, and what that requires. */
function withRequired(file: string, found = new Set<string>()): string[] {
  if (!found.has(file)) {
    found.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, name = ''] of text.matchAll(/^(?:const|let|var) \w+ = require\("(\.[^"]+)"\)/gm)) {
      withRequired(path.join(path.dirname(file), name), found);
    }
  }
  return [...found];
}

const bytesOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0);

const librariesIn = (files: readonly string[]): string[] => {
  const maps = files.map((file) => `${file}.map`).filter(existsSync);
  // Only the bundler's own lines come from no file.
  expect(maps.length).toBeGreaterThanOrEqual(files.length - 1);
  const text = maps
    .map((map) => (JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] }).sources.join('\n'))
    .join('\n');
  return Object.entries(LIBRARIES).flatMap(([name, mark]) => (mark.test(text) ? [name] : []));
};

const ASSETS = path.join(DIST, 'renderer', 'assets');

/** All that the page's folder has of a kind, but for one. */
const pageFiles = (ending: string, without = ''): string =>
  readdirSync(ASSETS)
    .filter((name) => name.endsWith(`.${ending}`) && name !== without)
    .map((name) => readFileSync(path.join(ASSETS, name), 'utf8'))
    .join('\n');

/** A script of the page, and what has to be there before it. */
function withImported(name: string, found = new Set<string>()): Set<string> {
  if (!found.has(name)) {
    found.add(name);
    const text = readFileSync(path.join(ASSETS, name), 'utf8');
    for (const [, imported = ''] of text.matchAll(/(?:^|;|\n)import\b[^;"`']*["']\.\/([^"']+)["']/g)) {
      withImported(imported, found);
    }
  }
  return found;
}

describe('what is loaded', () => {
  test('by help: the parser of the command line, and no schema', needs(built, 'built bundles'), () => {
    const files = loadedBy('--help');
    expect(files.map((file) => path.basename(file).replace(/-[^-]*$/, ''))).not.toContain('zod');
    expect(bytesOf(files)).toBeLessThan(160_000);
  });

  test('by a look at keys: no library of files, certificates or tenants', needs(built, 'built bundles'), () => {
    const files = loadedBy('key', 'list', 'Nobody');
    expect(librariesIn(files)).toEqual([]);
    expect(bytesOf(files)).toBeLessThan(1_524_000);
  });

  test('by the window’s program before its page is there: no act and no library', needs(built, 'built bundles'), () => {
    const files = withRequired(path.join(DIST, 'main.cjs'));
    expect(librariesIn(files)).toEqual([]);
    expect(files.some((file) => /custody|commander|words/.test(path.basename(file)))).toBe(false);
    expect(bytesOf(files)).toBeLessThan(290_000);
  });

  test('by the page: schemas are interpreted, and its scripts have an end', needs(built, 'built bundles'), () => {
    const text = pageFiles('js', 'words-de.js');
    expect(text).toMatch(/jitless:(!0|true)/);
    expect(text.length).toBeLessThan(1_275_000);
  });

  test('by the page: words that wait for none of those that wait for them', needs(built, 'built bundles'), () => {
    for (const words of ['words-en.js', 'words-de.js']) {
      expect([...withImported(words)].filter((file) => file.startsWith('index-'))).toEqual([]);
    }
  });

  test('by the page: nothing that a script asks for while it starts', needs(built, 'built bundles'), () => {
    const page = readFileSync(path.join(DIST, 'renderer', 'index.html'), 'utf8');
    const named = new Set([...page.matchAll(/assets\/([^"]+\.js)/g)].map(([, name = '']) => name));
    for (const words of ['words-en.js', 'words-de.js']) {
      expect([...withImported(words)].filter((file) => file !== words && !named.has(file))).toEqual([]);
    }
    const program = [...named].find((name) => name.startsWith('index-')) ?? '';
    expect([...withImported(program)].filter((file) => !named.has(file))).toEqual([]);
    // The bundler's own way of asking ahead is a script, too.
    expect(readFileSync(path.join(ASSETS, program), 'utf8')).not.toContain('__vite__mapDeps');
  });

  test('by the window for custody: no help, and no parser of the command line', needs(built, 'built bundles'), () => {
    const chunk = readdirSync(path.join(DIST, 'chunks')).find((name) => /^open-desk-.*\.cjs$/.test(name)) ?? '';
    const files = withRequired(path.join(DIST, 'chunks', chunk)).map((file) => path.basename(file));
    expect(files.filter((file) => file.startsWith('custody-'))).toHaveLength(1);
    expect(files.filter((file) => /^(?:help|commander)-/.test(file))).toEqual([]);
  });

  test('as Latin-1: one other character has an engine keep two octets for each', needs(built, 'built bundles'), () => {
    const chunks = readdirSync(path.join(DIST, 'chunks')).map((name) => path.join(DIST, 'chunks', name));
    const scripts = readdirSync(ASSETS).map((name) => path.join(ASSETS, name));
    const programs = [...chunks, ...scripts].filter((file) => /\.c?js$/.test(file));
    expect(programs.filter((file) => /[\u0100-\uFFFF]/.test(readFileSync(file, 'utf8')))).toEqual([]);
    expect(programs.length).toBeGreaterThan(20);
  });

  test('by the page: the rules of what it draws', needs(built, 'built bundles'), () => {
    const library = readFileSync(path.join(DIST, '../node_modules/@mantine/core/styles.css'), 'utf8');
    const styles = pageFiles('css');
    const drawn = new Set(pageFiles('js').match(/\bm_[0-9a-f]{6,8}\b/g));
    expect([...drawn].filter((name) => library.includes(name) && !styles.includes(name))).toEqual([]);
    expect(drawn.size).toBeGreaterThan(50);
    expect(styles.length).toBeLessThan(200_000);
  });
});

test(
  'node-forge is waited for by nobody: it comes when an old container or a second opinion asks',
  needs(built, 'built bundles'),
  () => {
    const files = readdirSync(path.join(DIST, 'chunks'))
      .filter((name) => name.endsWith('.cjs'))
      .map((name) => path.join(DIST, 'chunks', name));
    const [forge, ...more] = files.filter((file) => librariesIn([file]).includes('node-forge'));
    expect(more).toEqual([]);
    expect(files.filter((file) => withRequired(file).some((one) => one === forge))).toEqual([forge]);
  },
);

describe.each(['node', 'electron'])('compiled chunks of %s', (engine) => {
  const compiled = path.join(DIST, 'compiled');
  const found = existsSync(compiled) ? readdirSync(compiled).find((name) => name.startsWith(`${engine}-`)) : undefined;

  test(
    'there is one for every chunk, and for what the window begins with',
    needs(found !== undefined, 'built bundles'),
    () => {
      const chunks = readdirSync(path.join(DIST, 'chunks')).filter((name) => name.endsWith('.cjs'));
      expect(readdirSync(path.join(compiled, found ?? '')).toSorted()).toEqual([...chunks, 'main.cjs'].toSorted());
    },
  );
});

test(
  'what derives keys is one piece: calls across chunks go through a getter each time',
  needs(built, 'built bundles'),
  () => {
    const chunks = readdirSync(path.join(DIST, 'chunks')).filter((name) => name.endsWith('.cjs'));
    const derives = chunks
      .map((name) => readFileSync(path.join(DIST, 'chunks', name), 'utf8'))
      .filter((text) => text.includes('function XorAndSalsa('));
    expect(derives.map((text) => text.includes('function rotl('))).toEqual([true]);
  },
);

// Who may import whom (docs/adr/0005): read from the sources themselves.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ADAPTERS = ['keychain', 'registry', 'formats', 'crypto', 'tenant', 'sandbox', 'files', 'network'].map(
  (room) => `main/${room}`,
);

/** Packages that need neither Node nor the DOM. */
const PURE = /^(zod|canonicalize|@scure\/base|@noble\/(hashes|curves)\/.+)$/;

const SHARED = ['shared', 'shared/domain', 'shared/encoding'];

/** Room -> the rooms it may import besides itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  // What every sentence and rule speaks of: octets and texts, then the rules, then what crosses borders.
  'shared/encoding': [],
  'shared/domain': ['shared/encoding', 'shared'],
  shared: ['shared/encoding', 'shared/domain'],
  renderer: SHARED,
  'main/preload': SHARED,
  'main/encoding': SHARED,
  'main/ports': SHARED,
  'main/acts': [...SHARED, 'main/ports'],
  ...Object.fromEntries(ADAPTERS.map((room) => [room, [...SHARED, 'main/ports', 'main/encoding']])),
  'main/composition': [...SHARED, 'main/ports', 'main/acts', ...ADAPTERS],
  'main/ipc': [...SHARED, 'main/ports', 'main/acts'],
  'main/cli': [...SHARED, 'main/ports', 'main/acts', 'main/composition', 'main/files', 'package.json'],
  'main/app': [...SHARED, 'main/ports', 'main/acts', 'main/composition', 'main/ipc', 'main/files', 'package.json'],
};

/** Packages that only some rooms may use. */
const RESERVED: readonly { package: RegExp; rooms: readonly string[] }[] = [
  { package: /^electron$/, rooms: ['main/app', 'main/preload'] },
  // One client for whatever leaves this machine (docs/adr/0027).
  { package: /^node:(https|http2)$/, rooms: ['main/network'] },
  { package: /^node:(http|tls)$/, rooms: ['main/network', 'main/sandbox'] },
  // The keychain's own is a socket of this machine (docs/adr/0031).
  { package: /^node:net$/, rooms: ['main/network', 'main/sandbox', 'main/keychain'] },
  { package: /^keytar$/, rooms: ['main/keychain'] },
  { package: /^@photostructure\/sqlite$/, rooms: ['main/registry'] },
  { package: /^auth0/, rooms: ['main/tenant'] },
  { package: /^(react|@mantine|@tanstack|@tabler)/, rooms: ['renderer'] },
];

interface Import {
  file: string;
  room: string;
  specifier: string;
  typeOnly: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));
}

function roomOf(file: string): string {
  const [top = '', second = ''] = file.split(path.sep);
  const isRoom = top === 'main' || SHARED.includes(`${top}/${second}`);
  return isRoom ? `${top}/${second}` : top;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'/g,
  );
  return [...found].map((match) => ({
    file,
    room: roomOf(file),
    specifier: match[3] ?? match[4] ?? '',
    typeOnly: match[2] !== undefined,
  }));
}

const imports = ['shared', 'main', 'renderer'].flatMap(sources).flatMap(importsOf);

describe('the architecture', () => {
  it('has a rule for every room', () => {
    const rooms = new Set(imports.map(({ room }) => room));
    expect([...rooms].filter((room) => !(room in ALLOWED))).toEqual([]);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('lets dependencies point one way only', () => {
    const broken = imports
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map((entry) => {
        const target = path.relative(ROOT, path.resolve(ROOT, path.dirname(entry.file), entry.specifier));
        return { ...entry, target: target === 'package.json' ? target : roomOf(target) };
      })
      .filter(({ room, target }) => target !== room && ALLOWED[room]?.includes(target) !== true);
    expect(broken.map(({ file, specifier }) => `${file} -> ${specifier}`)).toEqual([]);
  });

  it('keeps packages in the rooms they belong to', () => {
    const broken = imports.filter(
      ({ specifier, room, typeOnly }) =>
        !typeOnly && RESERVED.some((rule) => rule.package.test(specifier) && !rule.rooms.includes(room)),
    );
    expect(broken.map(({ file, specifier }) => `${file} -> ${specifier}`)).toEqual([]);
  });

  it('keeps Node and the DOM out of what is shared', () => {
    const broken = imports.filter(
      ({ room, specifier }) => SHARED.includes(room) && !specifier.startsWith('.') && !PURE.test(specifier),
    );
    expect(broken.map(({ file, specifier }) => `${file} -> ${specifier}`)).toEqual([]);
  });

  it('keeps Node out of the window and reaches main through one file', () => {
    const node = imports.filter(({ room, specifier }) => room === 'renderer' && specifier.startsWith('node:'));
    expect(node).toEqual([]);
    const users = sources('renderer').filter((file) =>
      /window\.custodian/.test(readFileSync(path.join(ROOT, file), 'utf8')),
    );
    expect(users).toEqual([path.join('renderer', 'bridge.ts')]);
  });

  it('lets nothing but the one client reach the network; the sandbox asks itself on this machine', () => {
    const users = sources('main').filter((file) => {
      const text = readFileSync(path.join(ROOT, file), 'utf8');
      const builtIn = /(?<!typeof )globalThis\.fetch\b/.test(text);
      // Who is given a fetch names it where it is given.
      const bare = /(?<![\w.])fetch\(/.test(text) && !/\bfetch\b\s*[,:}=]/.test(text);
      return builtIn || bare || /\bnet\b[^;]*from 'electron'/.test(text);
    });
    expect(users).toEqual([path.join('main', 'sandbox', 'announcement.ts')]);
  });

  it('never lists the keychain: keytar crashes when it is asked to while locked', () => {
    const users = sources('main').filter((file) =>
      /\b(findCredentials|findPassword)\s*\(/.test(readFileSync(path.join(ROOT, file), 'utf8')),
    );
    expect(users).toEqual([]);
  });
});

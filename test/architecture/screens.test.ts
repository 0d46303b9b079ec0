// What a screen costs: a row, a file that shows it, and its words in each language. A made-up one is added to a copy of the
// sources, and each of the four is left out once.
import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as Palette from '../../renderer/frame/palette.ts';
import type * as Shortcuts from '../../renderer/frame/shortcuts.ts';
import type * as Routes from '../../renderer/state/route.ts';
import type * as Screens from '../../shared/screens.ts';
import { SCREEN_NAMES } from '../../shared/screens.ts';
import { folderForAll } from '../support/folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TABLE = 'shared/screens.ts';
const ENGLISH = 'shared/words/en/screens.ts';
const GERMAN = 'shared/words/de/screens.ts';
const SHOWS = 'renderer/settings/screens/weather.tsx';

/** Who makes something of the rows. */
const READ_THE_TABLE = [
  'main/app/menu.ts',
  'renderer/frame/rail.tsx',
  'renderer/tenants/components/tenant-frame.tsx',
  'renderer/frame/palette.ts',
  'renderer/frame/shortcuts.ts',
];

const ROW = "  weather: { path: 'weather', way: 'rail', palette: 'place', menu: { in: 'go', key: '9' } },\n";
const WORDS = "  weather: { way: 'Weather', palette: { title: 'Weather', note: 'Outside' }, menu: '&Weather' },\n";
const FILE = `import { IconCloud } from '@tabler/icons-react';
import { screenOf } from '../../screen-of.tsx';

export const screen = screenOf('weather', () => <p />, { icon: IconCloud });
`;

const copy = folderForAll();
beforeAll(() => {
  for (const room of ['shared', 'renderer', 'main/app', 'tsconfig.base.json', 'package.json']) {
    cpSync(path.join(ROOT, room), copy(room), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), copy('node_modules'));
});

/** Adds the screen, but for what is left out. */
function addWeather(without: readonly string[] = []): void {
  const add = (file: string, line: string, before: string): void => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    expect(text).toContain(before);
    writeFileSync(copy(file), without.includes(file) ? text : text.replace(before, line + before));
  };
  add(TABLE, ROW, '} as const satisfies');
  add(ENGLISH, WORDS, '};\n');
  add(GERMAN, WORDS, '};\n');
  rmSync(copy(SHOWS), { force: true });
  if (!without.includes(SHOWS)) {
    writeFileSync(copy(SHOWS), FILE);
  }
}

/** What the compiler has against these files. */
function complaints(files: readonly string[]): Promise<string> {
  const compilerOptions = {
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    jsx: 'react-jsx',
    types: ['node', 'vite/client'],
    composite: false,
    emitDeclarationOnly: false,
    noEmit: true,
  };
  const config = { extends: './tsconfig.base.json', compilerOptions, files };
  writeFileSync(copy('tsconfig.json'), JSON.stringify(config));
  const compiler = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [compiler, '-p', copy()], { cwd: copy() }, (_, told) => resolve(told));
  });
}

/** The names in the calls of `screenOf`, as the bundler finds the files. */
function shown(folder: string): string[] {
  const screens = readdirSync(path.join(folder, 'renderer'), { recursive: true, withFileTypes: true }).filter(
    ({ name, parentPath }) => path.basename(parentPath) === 'screens' && name.endsWith('.tsx'),
  );
  return screens.map(({ name, parentPath }) => {
    const text = readFileSync(path.join(parentPath, name), 'utf8');
    return /^export const screen = screenOf\('([^']+)'/m.exec(text)?.[1] ?? `${name} does not say which screen it is`;
  });
}

it('shows every screen of the table from one file', () => {
  expect(shown(ROOT).toSorted()).toEqual(SCREEN_NAMES.toSorted());
});

describe('a new screen', () => {
  it('is there with four files, in every place that the row names', async () => {
    addWeather();
    expect(await complaints([SHOWS, ENGLISH, GERMAN, ...READ_THE_TABLE])).toBe('');
    const { parseRoute, hrefOf } = (await import(copy('renderer/state/route.ts'))) as typeof Routes;
    const { paletteEntries } = (await import(copy('renderer/frame/palette.ts'))) as typeof Palette;
    const { SHORTCUTS } = (await import(copy('renderer/frame/shortcuts.ts'))) as typeof Shortcuts;
    const { RAIL_SCREENS, menuScreens } = (await import(copy(TABLE))) as typeof Screens;
    const route = { screen: 'weather' };
    expect(parseRoute('#/weather')).toEqual(route);
    expect(hrefOf(parseRoute('#/weather'))).toBe('#/weather');
    expect(paletteEntries([], []).find(({ title }) => title === 'Weather')).toMatchObject({ kind: 'place', to: route });
    expect(SHORTCUTS.flatMap(({ shortcuts }) => shortcuts)).toContainEqual({ keys: 'Ctrl+9', does: 'Weather' });
    expect([RAIL_SCREENS, menuScreens('go')]).toEqual([
      expect.arrayContaining(['weather']),
      expect.arrayContaining(['weather']),
    ]);
  });

  it('does not compile without its words', async () => {
    addWeather([ENGLISH, GERMAN]);
    const told = await complaints([ENGLISH, GERMAN]);
    expect(told).toMatch(/^shared\/words\/en\/screens\.ts.*weather/m);
    expect(told).toMatch(/^shared\/words\/de\/screens\.ts.*weather/m);
  });

  it('does not compile without its row', async () => {
    addWeather([TABLE]);
    expect(await complaints([SHOWS])).toMatch(/^renderer\/settings\/screens\/weather\.tsx.*weather/m);
  });

  it('is missed without the file that shows it', () => {
    addWeather([SHOWS]);
    expect(shown(copy())).not.toContain('weather');
    addWeather();
    expect(shown(copy())).toContain('weather');
  });
});

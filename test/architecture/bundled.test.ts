// What others made and ships: declared where scanners look, and named with its licence in the notices. Held against what the builds
// really put into the bundles (build/bundled.mjs).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Notice } from '../../shared/acts/app.ts';
import { needs } from '../support/needs.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DIST = path.join(ROOT, 'dist');

/** Loaded as they are: the native modules, and what one of them finds its binary with. */
const LOOSE = ['node_modules/keytar', 'node_modules/@photostructure/sqlite', 'node_modules/node-gyp-build'];

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const readNotices = (): Notice[] => readJson(path.join(DIST, 'notices.json')) as Notice[];

const noted = (): string[] => [
  ...new Set(
    [DIST, path.join(DIST, 'renderer')].flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => /^bundled-.*\.json$/.test(file))
        .flatMap((file) => readJson(path.join(folder, file)) as string[]),
    ),
  ),
];

describe('what ships', needs(existsSync(path.join(DIST, 'notices.json')), 'the built program'), () => {
  test('stands under dependencies as far as it is asked for by name, and nothing else does', () => {
    const { dependencies, devDependencies } = readJson(path.join(ROOT, 'package.json')) as Record<
      'dependencies' | 'devDependencies',
      object
    >;
    const shipped = [...noted(), ...LOOSE].map((folder) => folder.replace(/^node_modules\//, ''));
    expect(shipped.filter((name) => name in devDependencies)).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => !shipped.includes(name))).toEqual([]);
  });

  test('is in the notices with its version and the whole text of its licence', () => {
    const notices = readNotices();
    for (const folder of [...noted(), ...LOOSE]) {
      const place = path.join(ROOT, folder);
      const { name, version } = readJson(path.join(place, 'package.json')) as { name: string; version: string };
      const notice = notices.find((one) => one.name === name && one.version === version);
      expect({ name, version, licence: notice?.licence ?? '' }).toMatchObject({
        licence: expect.stringMatching(/\w/) as string,
      });
      const files = readdirSync(place).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
      expect(notice?.texts.length).toBeGreaterThanOrEqual(files.length);
      for (const file of files) {
        expect(notice?.texts).toContain(readFileSync(path.join(place, file), 'utf8').trim());
      }
    }
  });

  test('keytar’s own notice is among them', () => {
    const keytar = readNotices().find(({ name }) => name.endsWith('keytar'));
    expect(keytar?.texts.join()).toContain('Permission is hereby granted');
  });
});

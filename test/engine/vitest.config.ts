// The engines that ship, where this machine has no Electron of theirs: the program over another Chromium and Node
// (build/engines/other-engine.mjs starts it on that Node), and once more the suites that depend most on the runtime.
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { patient } from '../support/engine-config.ts';

const here = import.meta.dirname;

/** What a runtime's cryptography, native modules and SQLite may do otherwise. */
const SUITES = [
  'test/runtime/*.test.ts',
  'test/unit/registry/**/*.test.ts',
  'test/unit/key-store/**/*.test.ts',
  'test/unit/reading/**/*.test.ts',
  'test/contracts/*.test.ts',
];
/** Long by themselves, and of the runtime's own in nothing that the others are not. */
const LONG = [
  'test/runtime/both-libraries.test.ts',
  'test/unit/key-store/software/protect.test.ts',
  'test/unit/reading/{found-files,large-files,protection/work-budget,inspect/inspect-*}.test.ts',
];

export default defineConfig({
  root: path.resolve(here, '../..'),
  test: {
    projects: [
      {
        // The window's own code asks for `electron`, and gets what stands for it.
        resolve: { alias: { electron: path.join(here, 'electron.ts') } },
        test: { ...patient, name: 'window', include: ['test/engine/*.test.ts'] },
      },
      {
        // The registry on the SQLite that this Node has in it, which speaks as the one that we ship.
        resolve: { alias: { '@photostructure/sqlite': 'node:sqlite' } },
        test: { ...patient, name: 'node:sqlite', isolate: false, include: ['test/unit/registry/**/*.test.ts'] },
      },
      { test: { ...patient, name: 'runtime', isolate: false, include: SUITES, exclude: LONG } },
    ],
  },
});

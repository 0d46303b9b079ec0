// What meets the operating system, on Windows as Wine has it (build/engines/wine.mjs): paths, files, permissions, SQLite, the
// keychain, processes, and what is written to be read elsewhere.
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { patient } from '../support/engine-config.ts';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: {
    projects: [
      { test: { ...patient, name: 'windows', include: ['test/wine/*.test.ts'] } },
      {
        test: {
          ...patient,
          name: 'suites',
          isolate: false,
          include: [
            'test/unit/{app,cli,composition,files,start}/**/*.test.ts',
            'test/unit/registry/{registry,daily-copies,changes,copy,held}.test.ts',
            'test/unit/key-store/keychain/*.test.ts',
            'test/attacks/{checkout,files}.test.ts',
            'test/contracts/{key-store,vault}.test.ts',
          ],
        },
      },
    ],
  },
});

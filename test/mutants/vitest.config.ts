// The judges of a mutation run: the product's own tests over sources that hold every mutant. Started by run.mjs.
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { note, plan } from './notes.ts';
import { JUDGES } from './scope.mjs';

const root = path.resolve(import.meta.dirname, '../..');

export default defineConfig({
  root,
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      transform(_code, id) {
        const code = plan.sources[path.relative(root, id)];
        return code === undefined ? undefined : { code, map: null };
      },
    },
  ],
  test: {
    include: JUDGES,
    pool: 'forks',
    maxWorkers: 2,
    // The keys that were made once serve all files of a worker.
    isolate: false,
    // runner.ts has to know which is the last.
    reporters: ['default', { onTestRunStart: (files) => note('files', 'all', files.length) }],
    runner: path.join(import.meta.dirname, 'runner.ts'),
    // As in vitest.config.ts: these end what hangs by itself. What hangs by a mutant ends sooner (runner.ts).
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 5_000 } },
    restoreMocks: true,
    unstubEnvs: true,
    update: 'none',
  },
});

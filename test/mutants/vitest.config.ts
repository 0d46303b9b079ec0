// The judges of a mutation run: the product's own tests over sources that hold every mutant. Started by run.mjs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import type { Plan } from './plan.mjs';
import { JUDGES } from './scope.mjs';

const root = path.resolve(import.meta.dirname, '../..');
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as run.mjs wrote it
const { sources } = JSON.parse(readFileSync(process.env['MUTANTS_PLAN'] ?? '', 'utf8')) as Plan;

export default defineConfig({
  root,
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      transform(_code, id) {
        const code = sources[path.relative(root, id)];
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

// Import and inspection under fire. `npm test` throws the same 500 changed files each time, `npm run fuzz` 20,000; FUZZ_SEED repeats a run.
import { afterAll, expect, test } from 'vitest';
import { javascriptStores } from '../support/import-files/javascript-stores.ts';
import { joseFiles } from '../support/import-files/jose-files.ts';
import { opensslStores } from '../support/import-files/key-stores.ts';
import { opensslKeys } from '../support/import-files/openssl-keys.ts';
import { openWorkbench } from '../support/import-files/workbench.ts';
import { fuzzImport } from './import-fuzz.ts';

const INPUTS = import.meta.env.MODE === 'fuzz' ? 20_000 : 500;

const bench = openWorkbench();
afterAll(() => bench.close());

test(
  `${INPUTS} changed files: no crash, no hang, only coded errors, no key that fails its own signature`,
  { timeout: 30 * 60_000 },
  async () => {
    const cases = [
      ...opensslKeys(bench),
      ...opensslStores(bench),
      ...(await javascriptStores(bench)),
      ...(await joseFiles(bench)),
    ];
    const seed = Number(process.env['FUZZ_SEED'] ?? (import.meta.env.MODE === 'fuzz' ? Date.now() % 2 ** 32 : 16));
    const { inputs, outcomes, slowest, faults } = await fuzzImport(cases, INPUTS, seed);
    const counts = Object.entries(outcomes)
      .map(([outcome, count]) => `${outcome}: ${count}`)
      .toSorted((a, b) => a.localeCompare(b));
    console.log(`fuzz, seed ${seed}: ${inputs} files, slowest ${slowest.toFixed(0)} ms\n  ${counts.join('\n  ')}`);
    expect(faults.slice(0, 3)).toEqual([]);
    expect(Object.keys(outcomes).length).toBeGreaterThan(8);
  },
);

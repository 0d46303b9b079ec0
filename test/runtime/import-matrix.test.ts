// The import matrix on Node (OpenSSL). The same files are read inside Electron's main process (BoringSSL).
import { afterAll, expect, test } from 'vitest';
import { importFiles } from '../support/import-files/all.ts';
import { goOnWithout } from '../support/needs.ts';
import { openWorkbench } from '../support/import-files/workbench.ts';
import { runImportMatrix } from './import-matrix.ts';

const bench = openWorkbench();
afterAll(() => bench.close());

test('every kind of key file is read, refused or described as it should be', { timeout: 300_000 }, async (context) => {
  const { cases, missing } = await importFiles(bench);
  const results = await runImportMatrix(cases);
  console.log(`import matrix: ${cases.length} files, ${results.length} checks`);
  goOnWithout(context, missing);
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
  expect(cases.length).toBeGreaterThan(70);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

// The same files and the same algorithms on Node (OpenSSL) and in the engine of the window (BoringSSL): every word of what they
// saw is equal. The algorithms on Node are algorithm-matrix.test.ts.
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../shared/domain/formats.ts';
import { SIGNING_ALGORITHMS } from '../../shared/domain/algorithms.ts';
import { importFiles } from '../support/import-files/all.ts';
import { openWorkbench } from '../support/import-files/workbench.ts';
import { inElectron } from '../support/in-electron.ts';
import { goOnWithout } from '../support/needs.ts';
import { runImportMatrix } from './import-matrix.ts';
import type { Matrices } from './run-matrices.fixture.ts';

const bench = openWorkbench();
afterAll(() => bench.close());

test('every kind of key file is read, refused or described as it should be, and alike', async (context) => {
  const electron = await inElectron(path.join(import.meta.dirname, 'run-matrices.fixture.ts'));
  const { cases, missing } = await importFiles(bench);
  const [there, here] = await Promise.all([electron.ask<Matrices>(cases), runImportMatrix(cases)]);
  console.log(
    `${there.runtime}: ${there.algorithms.length} checks of algorithms, ${here.length} of ${cases.length} files`,
  );
  goOnWithout(context, missing);
  expect(here.filter(({ ok }) => !ok)).toEqual([]);
  expect(cases.length).toBeGreaterThan(70);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  expect(there.runtime).toMatch(/^Electron \d+/);
  expect(there.imports).toEqual(here);
  expect(there.algorithms.filter(({ ok }) => !ok)).toEqual([]);
  expect(there.algorithms).toHaveLength(SIGNING_ALGORITHMS.length * (5 + EXPORT_FORMATS.length));
});

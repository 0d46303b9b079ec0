// The same keys, the same files, the other crypto library: both matrices inside Electron's main process (BoringSSL), and
// every word of what they saw equal to what Node (OpenSSL) saw.
import { chmodSync, cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from '../../build/launch-app.mjs';
import { EXPORT_FORMATS } from '../../shared/domain/formats.ts';
import { SIGNING_ALGORITHMS } from '../../shared/domain/algorithms.ts';
import { ownSession } from './desk.ts';
import { runImportMatrix } from '../runtime/import-matrix.ts';
import type { Matrices } from '../runtime/run-matrices.fixture.ts';
import { bundleFixture } from '../support/bundle-fixture.ts';
import { importFiles } from '../support/import-files/all.ts';
import { openWorkbench } from '../support/import-files/workbench.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

test('algorithms and imports give the same answers in Electron as in Node', async () => {
  test.setTimeout(480_000);
  const session = ownSession();
  const bench = openWorkbench();
  const { cases, missing } = await importFiles(bench).finally(() => bench.close());
  const folder = session.folder('matrix-app');
  cpSync(await bundleFixture(path.join(ROOT, 'test/runtime/run-matrices.fixture.ts')), path.join(folder, 'main.cjs'));
  writeFileSync(path.join(folder, 'cases.json'), JSON.stringify(cases));
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'matrix', version: '1.0.0', main: 'main.cjs' }),
  );
  ['main.cjs', 'cases.json', 'package.json'].forEach((name) => chmodSync(path.join(folder, name), 0o644));

  const app = await launchApp({ session, dataDir: session.folder('matrix-data'), app: folder });
  const seen = await app.evaluate(() => (globalThis as unknown as { matrices: Promise<Matrices> }).matrices);
  await app.close();

  console.log(
    `${seen.runtime}: ${seen.algorithms.length} checks of algorithms, ${seen.imports.length} of ${cases.length} files`,
  );
  if (missing.length > 0) {
    test.info().annotations.push({ type: 'skip', description: `in part: needs ${missing.join(', ')}` });
  }
  expect(seen.runtime).toMatch(/^Electron \d+/);
  expect(seen.algorithms.filter(({ ok }) => !ok)).toEqual([]);
  expect(seen.algorithms).toHaveLength(SIGNING_ALGORITHMS.length * (5 + EXPORT_FORMATS.length));
  expect(seen.imports.filter(({ ok }) => !ok)).toEqual([]);
  expect(seen.imports).toEqual(await runImportMatrix(cases));
});

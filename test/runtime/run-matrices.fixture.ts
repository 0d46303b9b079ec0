// What the tests in the window start inside Electron's main process: both matrices, over files that were made outside.
// The test waits for the promise that hangs on the global object.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runAlgorithmMatrix } from './algorithm-matrix.ts';
import { type ImportCase, type MatrixResult, runImportMatrix } from './import-matrix.ts';

export interface Matrices {
  runtime: string;
  algorithms: MatrixResult[];
  imports: MatrixResult[];
}

async function run(): Promise<Matrices> {
  const cases = JSON.parse(readFileSync(path.join(import.meta.dirname, 'cases.json'), 'utf8')) as ImportCase[];
  return {
    runtime: `Electron ${process.versions['electron'] ?? 'absent'}`,
    algorithms: await runAlgorithmMatrix(),
    imports: await runImportMatrix(cases),
  };
}

Object.assign(globalThis, { matrices: run() });

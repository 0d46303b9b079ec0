// Both matrices, over files that were made outside, inside Electron for test/support/in-electron.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { runAlgorithmMatrix } from './algorithm-matrix.ts';
import { type ImportCase, type MatrixResult, runImportMatrix } from './import-matrix.ts';

export interface Matrices {
  runtime: string;
  algorithms: MatrixResult[];
  imports: MatrixResult[];
}

const [, , question = '', answer = ''] = process.argv;

async function run(): Promise<Matrices> {
  const cases = JSON.parse(readFileSync(question, 'utf8')) as ImportCase[];
  return {
    runtime: `Electron ${process.versions['electron'] ?? 'absent'}`,
    algorithms: await runAlgorithmMatrix(),
    imports: await runImportMatrix(cases),
  };
}

void run().then((matrices) => writeFileSync(answer, JSON.stringify(matrices)));

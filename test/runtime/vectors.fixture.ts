// Runs vectors inside Electron for test/support/in-electron.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { type Vector, wrongVectors } from './vectors.ts';

const [, , question = '', answer = ''] = process.argv;

void wrongVectors(JSON.parse(readFileSync(question, 'utf8')) as Vector[]).then((wrong) =>
  writeFileSync(answer, JSON.stringify(wrong)),
);

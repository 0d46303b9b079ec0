// Judges files inside Electron for test/support/in-electron.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { type FileToJudge, judgeFiles } from './judge-files.ts';

const [, , question = '', answer = ''] = process.argv;

void judgeFiles(JSON.parse(readFileSync(question, 'utf8')) as FileToJudge[]).then((judgements) =>
  writeFileSync(answer, JSON.stringify(judgements)),
);

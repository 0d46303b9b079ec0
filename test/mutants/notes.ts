// What the processes of a run share: the plan, and notes in the folder of results.
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Judgement, Look, Plan } from './plan.mjs';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as run.mjs wrote it
export const plan = JSON.parse(readFileSync(process.env['MUTANTS_PLAN'] ?? '', 'utf8')) as Plan;

interface Notes {
  /** How many files of tests there are. */
  files: number;
  /** A file of tests was begun. */
  begun: true;
  look: Look;
  judgement: Judgement;
}

/** There whole or not at all, whoever reads meanwhile. */
export function note<Kind extends keyof Notes>(kind: Kind, name: string, content: Notes[Kind]): void {
  const at = path.join(plan.results, `${kind}-${encodeURIComponent(name)}.json`);
  writeFileSync(`${at}.part`, JSON.stringify(content));
  renameSync(`${at}.part`, at);
}

export const notes = <Kind extends keyof Notes>(kind: Kind): Notes[Kind][] =>
  readdirSync(plan.results)
    .filter((name) => name.startsWith(`${kind}-`) && name.endsWith('.json'))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as it was written above
    .map((name) => JSON.parse(readFileSync(path.join(plan.results, name), 'utf8')) as Notes[Kind]);

/** Whether nobody took it before. */
export function take(mutant: string): boolean {
  try {
    writeFileSync(path.join(plan.results, `taken-${mutant}`), '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

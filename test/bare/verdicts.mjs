// What is tried on a machine of its own, step by step, and counted for the table of `npm test`.
import { writeFileSync } from 'node:fs';
import { say } from '../../build/run.mjs';
import { whyNotHere } from './here.mjs';
import { openWorkshop } from './machine.mjs';

/** @typedef {{ what: string, wrong: string | undefined }} Verdict */

/**
 * @param {string | undefined} report where the counts are written
 * @param {(folder: string) => AsyncIterable<Verdict>} tried in a folder that is gone afterwards
 * @returns {Promise<number>} exit code
 */
export async function countVerdicts(report, tried) {
  const why = await whyNotHere();
  const count = { passed: 0, failed: 0, skipped: why === undefined ? 0 : 1 };
  if (why !== undefined) say(`left out: ${why}`);
  else {
    const workshop = openWorkshop();
    try {
      for await (const { what, wrong } of tried(workshop.folder)) {
        count[wrong === undefined ? 'passed' : 'failed'] += 1;
        say(`${wrong === undefined ? '✓' : '✗'} ${what}${wrong === undefined ? '' : `\n${wrong}`}`);
      }
    } finally {
      workshop.remove();
    }
  }
  if (report !== undefined) writeFileSync(report, JSON.stringify({ ...count, why }));
  return count.failed === 0 ? 0 : 1;
}

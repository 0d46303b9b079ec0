// The structured fuzzer: both runtimes judge every input, and openssl those stores that were taken. `npm test` throws 500,
// `npm run fuzz` 50,000; FUZZ_SEED repeats a run, FUZZ_INPUTS makes it shorter or longer.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Judgement, judgeFiles } from '../runtime/judge-files.ts';
import { inElectron } from '../support/in-electron.ts';
import { createChance } from './random.ts';
import { makeSeeds } from './seeds.ts';
import { faultOf, isMended, randomSeed, structuredInput } from './structured.ts';

const INPUTS = Number(process.env['FUZZ_INPUTS'] ?? (import.meta.env.MODE === 'fuzz' ? 50_000 : 500));
/** As many at once: one start of Electron for all of them. */
const BATCH = 2500;

test(
  `${INPUTS} structured inputs: no crash, no INTERNAL, one answer on both runtimes, nothing taken that both libraries refuse`,
  { timeout: 90 * 60_000 },
  async () => {
    const seed = Number(process.env['FUZZ_SEED'] ?? randomSeed());
    const chance = createChance(seed);
    const seeds = makeSeeds();
    const electron = await inElectron(path.join(import.meta.dirname, '../runtime/judge-files.fixture.ts'));
    const counts = new Map<string, number>();
    const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
    const faults: unknown[] = [];
    for (let done = 0; done < INPUTS; done += BATCH) {
      const inputs = Array.from({ length: Math.min(BATCH, INPUTS - done) }, () => structuredInput(seeds, chance));
      const [there, here] = await Promise.all([electron.ask<Judgement[]>(inputs), judgeFiles(inputs)]);
      inputs.forEach((input, index) => {
        const [node, other] = [here[index], there[index]];
        const fault = node === undefined || other === undefined ? 'no answer' : faultOf(input, node, other);
        count(`${input.kind}: ${node?.read.split(' ')[0] ?? 'none'}`);
        if (fault !== null) {
          faults.push(fault);
        }
        if (input.kind === 'PKCS#12' && node?.read.startsWith('taken') === true) {
          count('PKCS#12 that openssl judged');
          if (!opensslOpens(input.file) && !isMended(node)) {
            faults.push({ kind: input.kind, what: 'taken, and openssl does not open it', file: input.file });
          }
        }
      });
    }
    const lines = [...counts].map(([what, times]) => `${what}: ${times}`).toSorted((a, b) => a.localeCompare(b));
    console.log(`structured fuzz, seed ${seed}: ${INPUTS} inputs, ${faults.length} faults\n  ${lines.join('\n  ')}`);
    expect(faults.slice(0, 5)).toEqual([]);
    expect(counts.size).toBeGreaterThan(10);
  },
);

function opensslOpens(file: string): boolean {
  const args = ['pkcs12', '-nodes', '-nocerts', '-nomacver', '-passin', 'pass:'];
  return (
    spawnSync('openssl', args, { input: Buffer.from(file, 'base64'), stdio: ['pipe', 'ignore', 'ignore'] }).status === 0
  );
}

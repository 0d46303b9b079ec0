// Every layer around every container. As it is, the file gives the key that is in it; changed, it never ends the program, never
// takes long, and never gives another key. `npm test` throws 120, `npm run fuzz` 10,000; FUZZ_SEED repeats a run.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SIGNING_ALGORITHMS, type SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import { isCustodianError } from '../../shared/errors.ts';
import { inspectFile } from '../../main/reading/inspect/inspect-file.ts';
import { readPrivateKey } from '../../main/reading/read-private-key.ts';
import { ringOf } from '../support/rings.ts';
import { wrapped } from './layers.ts';
import { mutate } from './mutate.ts';
import { createChance } from './random.ts';
import { randomSeed } from './structured.ts';

const INPUTS = Number(process.env['FUZZ_INPUTS'] ?? (import.meta.env.MODE === 'fuzz' ? 10_000 : 120));
const FOLDER = path.resolve(import.meta.dirname, '../fixtures/found-files');
const LIMIT_MS = 2000;
const NOW = new Date('2026-11-29T12:00:00.000Z');

/** Without a public half: another number in it is another key, and nothing tells. */
const WITHOUT_PROOF: ReadonlySet<string> = new Set(['sec1-params-outside.pem']);

interface Sound {
  name: string;
  file: Buffer;
  alg: SigningAlgorithm;
  spki: string;
}

/** The fixtures that open without a passphrase. */
async function soundFiles(): Promise<Sound[]> {
  const found: Sound[] = [];
  for (const name of readdirSync(FOLDER)) {
    const file = readFileSync(path.join(FOLDER, name));
    for (const alg of SIGNING_ALGORITHMS) {
      const spki = await spkiIn(file, alg);
      if (/^[0-9a-f]{64}$/.test(spki)) {
        found.push({ name, file, alg, spki });
      }
      // Of another algorithm; what is wrong in any other way is wrong for all of them.
      if (spki !== 'KEY_RING_MISMATCH') {
        break;
      }
    }
  }
  return found;
}

async function spkiIn(file: Uint8Array, alg: SigningAlgorithm): Promise<string> {
  try {
    using key = (await readPrivateKey(file, ringOf(alg), { passphrase: null, entry: null, allowSmallExponent: false }))
      .key;
    return createHash('sha256').update(key.spki).digest('hex');
  } catch (error) {
    return isCustodianError(error) ? error.code : `FAULT ${error instanceof Error ? (error.stack ?? '') : ''}`;
  }
}

test(`${INPUTS} files in layers: the right key, or a reason`, { timeout: 60_000 + INPUTS * 2000 }, async () => {
  // The long run looks for what is new; each run of `npm test` looks at the same.
  const seed = Number(process.env['FUZZ_SEED'] ?? (import.meta.env.MODE === 'fuzz' ? randomSeed() : 16));
  const chance = createChance(seed);
  const sound = await soundFiles();
  expect(sound.length).toBeGreaterThan(30);
  const faults: object[] = [];
  const counts = { right: 0, refused: 0 };
  for (let input = 0; input < INPUTS; input += 1) {
    const { name, file, alg, spki } = chance.pick(sound);
    const whole = wrapped(file, chance);
    const isDamaged = chance.below(3) > 0;
    const given = isDamaged ? mutate(whole.file, chance, chance.pick(sound).file) : whole.file;
    const before = process.cpuUsage();
    const read = await spkiIn(given, alg);
    const inspected = await inspectFile(given, null, NOW).then(
      () => null,
      (error: unknown) => String(error instanceof Error ? error.stack : error),
    );
    const { user, system } = process.cpuUsage(before);
    const isRight = read === spki;
    // A piece of another file may have taken the place of the whole.
    const isOther = sound.some((each) => each.spki === read);
    counts[isRight ? 'right' : 'refused'] += 1;
    const isWrong = /^[0-9a-f]{64}$/.test(read) && !isOther && !WITHOUT_PROOF.has(name);
    const isFault = isDamaged ? read.startsWith('FAULT') || isWrong : !isRight;
    if (isFault || inspected !== null || (user + system) / 1000 > 2 * LIMIT_MS) {
      const fault = {
        name,
        layers: whole.layers,
        isDamaged,
        read,
        inspected,
        ms: (user + system) / 1000,
        file: given.toString('base64'),
      };
      faults.push(fault);
      // A long run is looked at before it ends.
      console.log(JSON.stringify({ ...fault, input }));
    }
  }
  console.log(`layers, seed ${seed}: ${counts.right} right, ${counts.refused} refused, ${faults.length} faults`);
  expect(faults.slice(0, 3)).toEqual([]);
  expect(counts.right).toBeGreaterThan(INPUTS / 5);
});

// The main process of an Electron that makes keys as the product does, and bare ones in turn, on all cores; prints how many of
// each a second. How long one RSA key takes is a matter of luck, so there are many.
import { generateKeyPair } from 'node:crypto';
import { writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { app } from 'electron';
import { generateKey } from '../../main/key-store/software/generate.ts';

const ROUNDS = 20;
const KEYS_AT_ONCE = 4 * availableParallelism();

const ours = (): Promise<unknown> => generateKey('RS256', 2048);
const bare = (): Promise<unknown> =>
  promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });

/** Milliseconds for as many as keep all cores at work until the last. */
async function round(make: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let left = KEYS_AT_ONCE;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await make();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return performance.now() - started;
}

async function measure(): Promise<void> {
  await app.whenReady();
  const spent = { ours: 0, bare: 0 };
  for (let number = 0; number < ROUNDS; number += 1) {
    spent.ours += await round(ours);
    spent.bare += await round(bare);
  }
  const perSecond = (milliseconds: number): number => (1000 * ROUNDS * KEYS_AT_ONCE) / milliseconds;
  writeSync(1, `${perSecond(spent.ours)} ${perSecond(spent.bare)}\n`);
  app.exit(0);
}

void measure();

// A backup is never in memory as a whole: keys are fetched while the file grows. What 5,000 of them cost is measured by the bench.
import { expect, it } from 'vitest';
import { newHolder, sealedFor } from '../../../support/backups.ts';
import { openDesk } from '../../../support/desk.ts';
import { fillWithKeys } from '../../../support/many-keys.ts';

/** More than the buffers of the libraries hold. */
const KEYS = 1500;

it('fetches keys while the file grows', async () => {
  const holder = await newHolder();
  const desk = openDesk();
  await fillWithKeys(desk, KEYS);
  const { get } = desk.vault;
  let fetched = 0;
  desk.vault.get = (name) => {
    fetched += name.startsWith('key-') ? 1 : 0;
    return get(name);
  };
  const file: Buffer[] = [];
  const early: number[] = [];
  const made = await desk.custodian.createBackup(
    { protection: sealedFor(holder), credentials: false },
    async (chunks) => {
      for await (const chunk of chunks) {
        early.push(fetched);
        file.push(Buffer.from(chunk));
      }
      return { file: 'keys.age', sha256: '0'.repeat(64), bytes: Buffer.concat(file).length };
    },
  );
  expect(made.keys).toBeGreaterThanOrEqual(KEYS);
  const half = early[Math.floor(early.length / 2)] ?? KEYS;
  expect(half).toBeLessThan(KEYS * 0.9);
  await desk.close();
}, 60_000);

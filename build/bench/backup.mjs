// What a backup of 5,000 keys costs, and its restore: time beside age alone over as many octets, memory beside a tenth of the keys.
import { execFileSync } from 'node:child_process';
import { fixture } from './fixtures.mjs';

/** @returns {Promise<import('./measure.mjs').Row[]>} */
export async function backup() {
  const [saved = 0, alone = 0, restored = 0, , savedGrown = 0, restoredGrown = 0] = figures(5000);
  const [, , , , fewSaved = 0, fewRestored = 0] = figures(500);
  return [
    { what: 'back up 5,000 keys', ours: saved, yardstick: 'age alone', theirs: alone, unit: 'ms' },
    { what: 'restore 5,000 keys', ours: restored, yardstick: 'age alone', theirs: alone, unit: 'ms' },
    {
      what: 'memory of that backup',
      ours: savedGrown,
      yardstick: 'of 500 keys',
      theirs: fewSaved,
      unit: 'MiB',
    },
    {
      what: 'memory of that restore',
      ours: restoredGrown,
      yardstick: 'of 500 keys',
      theirs: fewRestored,
      unit: 'MiB',
    },
  ];
}

/** @param {number} keys */
const figures = (keys) =>
  execFileSync(process.execPath, [fixture('backup'), String(keys)], { encoding: 'utf8' })
    .split(' ')
    .map(Number);

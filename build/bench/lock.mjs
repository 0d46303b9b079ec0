// What the vault passphrase costs: once at an unlock, and at each signature.
import { execFileSync } from 'node:child_process';
import { fixture } from './fixtures.mjs';

/** @returns {Promise<import('./measure.mjs').Row[]>} */
export async function lock() {
  const printed = execFileSync(process.execPath, [fixture('lock')], { encoding: 'utf8' });
  const [plain = 0, sealed = 0, unlock = 0, scrypt = 0] = printed.split(' ').map(Number);
  return [
    { what: 'an ES256 signature, key sealed', ours: sealed, yardstick: 'not sealed', theirs: plain, unit: 'ms' },
    { what: 'unlock (Argon2id, 64 MiB)', ours: unlock, yardstick: 'scrypt, 32 MiB', theirs: scrypt, unit: 'ms' },
  ];
}

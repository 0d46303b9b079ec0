// What the vault passphrase costs: an unlock, and a signature with a sealed key beside one without, over a vault in memory. Prints
// milliseconds.
import { scrypt } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { systemClock } from '../../main/composition/system.ts';
import { sealedVault } from '../../main/key-store/seal/sealed-vault.ts';
import type { SecretVault } from '../../main/key-store/vault.ts';
import { createSoftwareKeys } from '../../main/key-store/software/keys.ts';
import { Secret } from '../../main/ports/secret.ts';
import { createMemoryVault } from '../fakes/memory-vault.ts';

const TIMES = 201;
const PASSPHRASE = 'correct horse battery staple';
const NAME = 'key-1';

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const middle = (found: readonly number[]): number => found.toSorted((a, b) => a - b)[found.length >> 1] ?? 0;

async function median(times: number, work: () => Promise<unknown>): Promise<number> {
  const found: number[] = [];
  for (let time = 0; time < times; time += 1) {
    found.push(await timed(work));
  }
  return middle(found);
}

/** In turn, since other work on the machine comes and goes. */
async function mediansInTurn(first: () => Promise<unknown>, second: () => Promise<unknown>): Promise<[number, number]> {
  const found: [number[], number[]] = [[], []];
  for (let time = 0; time < TIMES; time += 1) {
    found[0].push(await timed(first));
    found[1].push(await timed(second));
  }
  return [middle(found[0]), middle(found[1])];
}

const openVault = () => sealedVault(createMemoryVault(), { store: 'bench', clock: systemClock });

async function signerOver(vault: SecretVault): Promise<() => Promise<unknown>> {
  const keys = createSoftwareKeys(vault);
  await keys.create(NAME, { alg: 'ES256', bits: null, profile: null });
  return () => keys.sign(NAME, 'ES256', Buffer.from('a token'));
}

async function main(): Promise<void> {
  const { vault, lock } = openVault();
  const sign = await signerOver(vault);
  using passphrase = Secret.ofText(PASSPHRASE);
  await lock.set(passphrase, [NAME]);
  const [plain, sealed] = await mediansInTurn(await signerOver(openVault().vault), sign);
  const unlock = await median(3, async () => {
    lock.lock();
    await lock.unlock(passphrase);
  });
  // As an age file under a passphrase has it, with half of the memory that Argon2id takes here.
  const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
  const derive = promisify<string, string, number, object, Buffer>(scrypt);
  const yardstick = await median(3, () => derive(PASSPHRASE, 'a salt', 32, cost));
  process.stdout.write([plain, sealed, unlock, yardstick].join(' '));
}

void main();

// Kills a backup, a drill and a restore from outside, with kill -9 at a moment that nobody chose: the matrix dies between two
// calls, this dies anywhere. Afterwards nothing is lost, nothing lies open, and the chain is whole. Few rounds here, thousands
// in the long run (`npm run test:long`); the seed is said, and KILL_SEED repeats it.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ActName, IMPORTED } from './acts.ts';
import { type Arena, copyOf, inLanes, openArena } from './arena.ts';

const LONG = import.meta.env.MODE === 'long';
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? (LONG ? 2000 : 10));
const SEED = Number(process.env['KILL_SEED'] ?? (LONG ? Date.now() % 2 ** 32 : 15));
const LANES = 2;

const NAMES = ['make a backup', 'drill a backup', 'restore a backup on a new machine'] as const satisfies ActName[];

/** What is private, as it would lie in a file that was forgotten. */
const OPEN = /-----BEGIN (?:EC |RSA )?PRIVATE KEY-----|AGE-SECRET-KEY-1/;

interface Base {
  name: ActName;
  folder: string;
  /** How long the whole takes. */
  ms: number;
}

let arena: Arena;
let bases: Base[] = [];
const counted = { rounds: 0, killed: 0, wrong: 0 };

beforeAll(async () => {
  arena = await openArena();
  bases = await inLanes(1, NAMES, measured);
}, 120_000);

afterAll(() => {
  arena.close();
  const { rounds, killed, wrong } = counted;
  process.stdout.write(
    `random kills: ${rounds} rounds, ${killed} killed in the middle, ${wrong} with something lost, open or broken, seed ${SEED}\n`,
  );
});

async function measured(name: ActName): Promise<Base> {
  const folder = await arena.prepare(name);
  const copy = copyOf(folder, 'whole');
  const began = performance.now();
  const { signal } = await arena.run(name, copy, 0);
  expect(signal).toBeNull();
  const ms = performance.now() - began;
  rmSync(copy, { recursive: true });
  return { name, folder, ms };
}

it('a backup, a drill and a restore that are killed at any moment lose nothing and leave nothing open', async () => {
  const random = randomFrom(SEED);
  const rounds = Array.from({ length: ROUNDS }, (_, round) => ({ round, share: random() }));
  const wrong = await inLanes(LANES, rounds, killOnce);
  counted.wrong = wrong.filter((problems) => problems.length > 0).length;
  expect(wrong.flat()).toEqual([]);
}, 10_800_000);

async function killOnce({ round, share }: { round: number; share: number }): Promise<string[]> {
  const base = bases[round % bases.length];
  if (base === undefined) {
    return ['nothing was prepared'];
  }
  const { name, folder: prepared, ms } = base;
  const folder = copyOf(prepared, `round-${round}`);
  try {
    // Not before the program has started, which is most of it, and also after it has ended.
    const { signal, stdout } = await arena.run(name, folder, 0, ms * (0.3 + 0.8 * share));
    counted.rounds += 1;
    counted.killed += signal === 'SIGKILL' ? 1 : 0;
    const lying = open(folder);
    const after = await arena.startAgain(name, folder, stdout.startsWith('done'));
    return [...lying, ...after, ...open(folder)].map((problem) => `round ${round}, ${name}: ${problem}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The keychain of these tests is a folder of files; that one is closed by its nature. */
const open = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !Object.values<string>(IMPORTED).includes(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => OPEN.test(readFileSync(file, 'latin1')))
    .map((file) => `${path.relative(folder, file)} lies open`);

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

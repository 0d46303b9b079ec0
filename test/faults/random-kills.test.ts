// Kills what must not be lost half-way from outside, with kill -9 at a moment that nobody chose: the matrix dies between two
// calls, this dies anywhere. Afterwards nothing is lost, nothing lies open, and the chain is whole. Few rounds here, thousands
// in the long run (`npm run test:long`); the seed is said, and KILL_SEED repeats it.
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ActName } from './acts.ts';
import { type Arena, copyOf, inLanes, openArena } from './arena.ts';
import { keychainFolder } from './fault-desk.ts';

const LONG = import.meta.env.MODE === 'long';
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? (LONG ? 2000 : 9));
const SEED = Number(process.env['KILL_SEED'] ?? (LONG ? Date.now() % 2 ** 32 : 15));
const LANES = 2;

const NAMES = [
  'make a backup',
  'drill a backup',
  'restore a backup on a new machine',
  'set the vault passphrase',
  'change the vault passphrase',
  'remove the vault passphrase',
  'ask a second officer',
  'answer as the second officer',
  'rotate with the yes of a second officer',
] as const satisfies ActName[];

interface Base {
  name: ActName;
  folder: string;
  /** How long it takes, from the first thing that it does. */
  ms: number;
}

/** When it died: before the officer was told that it is done, after that, or not at all. */
type Died = 'before' | 'after' | 'not';

let arena: Arena;
let bases: Base[] = [];
const counted = new Map<ActName, Record<Died | 'wrong', number>>();

beforeAll(async () => {
  arena = await openArena();
  bases = await inLanes(1, NAMES, measured);
}, 180_000);

afterAll(() => {
  arena.close();
  const lines = [...counted, ['all', sum([...counted.values()])] as const].map(
    ([name, { before, after, not, wrong }]) =>
      `${name}: ${before + after + not} rounds, ${before} killed in the middle, ${after} when it was done, ${not} ended; ` +
      `${wrong} with something lost, open or broken`,
  );
  process.stdout.write(`random kills, seed ${SEED}\n${lines.map((line) => `  ${line}\n`).join('')}`);
});

const none = () => ({ before: 0, after: 0, not: 0, wrong: 0 });

const sum = (counts: readonly Record<Died | 'wrong', number>[]) =>
  counts.reduce(
    (one, other) => ({
      before: one.before + other.before,
      after: one.after + other.after,
      not: one.not + other.not,
      wrong: one.wrong + other.wrong,
    }),
    none(),
  );

async function measured(name: ActName): Promise<Base> {
  const folder = await arena.prepare(name);
  const copy = copyOf(folder, 'whole');
  const { signal, ms, stderr } = await arena.run(name, copy, 0);
  expect({ name, signal, stderr }).toEqual({ name, signal: null, stderr: '' });
  rmSync(copy, { recursive: true });
  return { name, folder, ms };
}

it('what is killed at any moment loses nothing and leaves nothing open', async () => {
  const random = randomFrom(SEED);
  const rounds = Array.from({ length: ROUNDS }, (_, round) => ({ round, share: random() }));
  const wrong = await inLanes(LANES, rounds, killOnce);
  expect(wrong.flat()).toEqual([]);
}, 10_800_000);

it('would notice a private key in a file that was forgotten', async () => {
  const { name, folder: prepared } = bases[0] ?? expect.fail();
  const folder = copyOf(prepared, 'forgetful');
  cpSync(keychainFolder(folder), path.join(folder, 'forgotten'), { recursive: true });
  const wrong = await arena.startAgain(name, folder, false);
  expect(new Set(wrong.map((problem) => problem.split(path.sep)[0]))).toEqual(
    new Set(['something secret lies open in forgotten']),
  );
});

async function killOnce({ round, share }: { round: number; share: number }): Promise<string[]> {
  const base = bases[round % bases.length];
  if (base === undefined) {
    return ['nothing was prepared'];
  }
  const { name, folder: prepared, ms } = base;
  const folder = copyOf(prepared, `round-${round}`);
  try {
    // Also just after it has ended, and later where the machine is busy.
    const { signal, acknowledged } = await arena.run(name, folder, 0, 1.2 * ms * share);
    const wrong = await arena.startAgain(name, folder, acknowledged);
    const died = signal === null ? 'not' : acknowledged ? 'after' : 'before';
    const count = counted.get(name) ?? none();
    counted.set(name, { ...count, [died]: count[died] + 1, wrong: count.wrong + (wrong.length > 0 ? 1 : 0) });
    return wrong.map((problem) => `round ${round}, ${name}: ${problem}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

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

// Kills the product at every place where it can die: each use case runs in a process of its own that ends itself with
// SIGKILL before or after one call of the keychain or one statement of the database, for every such place. After each,
// the folder is opened again as at a start, and nothing may be lost, left over, half done or wrong.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActName, ACTS } from './acts.ts';
import { type Arena, copyOf, inLanes, openArena } from './arena.ts';
import { distinctPlaces } from './boundary.ts';

/** Interleavings at once: while one is checked here, others run. */
const LANES = 3;

/** Also where the disk is as at the place before: the check that those are the same interleaving. */
const EVERY_PLACE = process.env['KILL_EVERY_PLACE'] === '1';

let arena: Arena;
const counted = { places: 0, kills: 0 };
const started = Date.now();

beforeAll(async () => {
  arena = await openArena();
});

afterAll(() => {
  arena.close();
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stdout.write(
    `kill matrix: ${counted.kills} interleavings (of ${counted.places} places) in ${Object.keys(ACTS).length} acts, ${seconds} s\n`,
  );
});

describe('a process that is killed', () => {
  it.each(Object.keys(ACTS) as ActName[])('at any place of “%s” loses nothing', { timeout: 600_000 }, async (name) => {
    const base = await arena.prepare(name);
    const { places, ...whole } = await arena.run(name, copyOf(base, 'whole'), 0);
    expect(whole).toMatchObject({ signal: null, stderr: '', acknowledged: true });
    expect(places.length).toBeGreaterThan(4);
    const chosen = EVERY_PLACE ? [...places.entries()] : distinctPlaces(places);
    const wrong = await inLanes(LANES, chosen, ([index, place]) => killAndStart(name, base, index + 1, place.name));
    expect(wrong.flat()).toEqual([]);
    counted.places += places.length;
    counted.kills += chosen.length;
  });
});

/** Dies at the place, starts again, and answers with everything that is wrong then. */
async function killAndStart(name: ActName, base: string, at: number, place: string): Promise<string[]> {
  const folder = copyOf(base, String(at));
  const { signal, acknowledged, stderr } = await arena.run(name, folder, at);
  const here = (problem: string): string => `${name}, ${at} ${place}: ${problem}`;
  if (signal !== 'SIGKILL') {
    return [here(`it was not killed ${stderr}`)];
  }
  try {
    return (await arena.startAgain(name, folder, acknowledged)).map(here);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Kills the product at every place where it can die: before and after each call of the keychain and each statement of the
// database. A process that is killed leaves the disk as it is; so a use case runs once, and what lies there is copied at every
// place where it changed. At one of them, and at all in the long run (`npm run test:long`), a process dies in earnest, by SIGKILL.
// After each, the folder is opened again as at a start, and nothing may be lost, left over, half done or wrong.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActName, ACTS } from './acts.ts';
import { type Arena, copyOf, inLanes, type Left, openArena } from './arena.ts';

/** Interleavings at once: while one is checked here, others run. */
const LANES = 3;

const LONG = import.meta.env.MODE === 'long';
/** Also where the disk is as at the place before: the check that those are the same interleaving. */
const EVERY_PLACE = process.env['KILL_EVERY_PLACE'] === '1';

let arena: Arena;
const counted = { places: 0, left: 0, kills: 0 };
const started = Date.now();

beforeAll(async () => {
  arena = await openArena();
});

afterAll(() => {
  arena.close();
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stdout.write(
    `kill matrix: ${counted.left} interleavings and ${counted.kills} kills (of ${counted.places} places) in ${Object.keys(ACTS).length} acts, ${seconds} s\n`,
  );
});

describe('a process that is killed', () => {
  it.each(Object.keys(ACTS) as ActName[])('at any place of “%s” loses nothing', { timeout: 600_000 }, async (name) => {
    const base = await arena.prepare(name);
    const { ended, places, left } = await arena.runWhole(name, copyOf(base, 'whole'));
    expect(ended).toMatchObject({ signal: null, stderr: '', acknowledged: true });
    expect(places.length).toBeGreaterThan(4);
    expect(left.length).toBeGreaterThan(2);
    const deadly = EVERY_PLACE
      ? [...places.keys()].map((index) => index + 1)
      : (LONG ? left : left.slice(left.length / 2).slice(0, 1)).map(({ at }) => at);
    const kills = await inLanes(LANES, deadly, (at) => killAndStart(name, base, at));
    const stills = await inLanes(1, left, (one) => startFrom(name, one));
    expect([...kills, ...stills].flat()).toEqual([]);
    counted.places += places.length;
    counted.left += left.length;
    counted.kills += kills.length;
  });
});

/** Dies at the place, starts again, and answers with everything that is wrong then. */
async function killAndStart(name: ActName, base: string, at: number): Promise<string[]> {
  const folder = copyOf(base, String(at));
  const { signal, acknowledged, stderr } = await arena.run(name, folder, at);
  if (signal !== 'SIGKILL') {
    return [`${name}, ${at}: it was not killed ${stderr}`];
  }
  return startFrom(name, { at, place: 'killed', folder, acknowledged });
}

async function startFrom(name: ActName, { at, place, folder, acknowledged }: Left): Promise<string[]> {
  try {
    const wrong = await arena.startAgain(name, folder, acknowledged);
    return wrong.map((problem) => `${name}, ${at} ${place}: ${problem}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

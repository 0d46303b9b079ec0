// Kills the product at every place where it can die: each use case runs in a process of its own that ends itself with
// SIGKILL before or after one call of the keychain or one statement of the database, for every such place. After each,
// the folder is opened again as at a start, and nothing may be lost, left over, half done or wrong.
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Plugin } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCustodianError } from '../../shared/errors.ts';
import { bundleFixture } from '../support/bundle-fixture.ts';
import { type ActName, ACTS, actNamed, IMPORTED, unlocked } from './acts.ts';
import { disagreements } from './agreement.ts';
import { distinctPlaces, type Place } from './boundary.ts';
import { type FaultDesk, makeKeyPool, openFaultDesk } from './fault-desk.ts';

/** Interleavings at once: while one is checked here, others run. */
const LANES = 3;

/** Also where the disk is as at the place before: the check that those are the same interleaving. */
const EVERY_PLACE = process.env['KILL_EVERY_PLACE'] === '1';

/** Where waiting for a disk is spared: a killed process loses nothing that it wrote, on whatever it wrote it. */
const MEMORY = '/dev/shm';

const PREPARED = '2026-11-22T08:00:00.000Z';
const NOW = '2026-12-22T08:00:00.000Z';

let root = '';
let program = '';
let pool = '';
const counted = { places: 0, kills: 0 };
const started = Date.now();

beforeAll(async () => {
  root = mkdtempSync(path.join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'faults-'));
  pool = path.join(root, 'pool.json');
  [program] = await Promise.all([
    bundleFixture(path.join(import.meta.dirname, 'one-act.fixture.ts'), [withWatchedSqlite]),
    makeKeyPool(8).then((text) => writeFileSync(pool, text)),
  ]);
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  rmSync(path.dirname(program), { recursive: true, force: true });
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stdout.write(
    `kill matrix: ${counted.kills} interleavings (of ${counted.places} places) in ${Object.keys(ACTS).length} acts, ${seconds} s\n`,
  );
});

describe('a process that is killed', () => {
  it.each(Object.keys(ACTS) as ActName[])('at any place of “%s” loses nothing', { timeout: 600_000 }, async (name) => {
    const base = await prepare(name);
    const whole = await runChild(name, copyOf(base, 'whole'), 0);
    expect(whole).toMatchObject({ signal: null, stderr: '' });
    const places = JSON.parse(whole.stdout.split('\n')[1] ?? '[]') as Place[];
    expect(places.length).toBeGreaterThan(4);
    const chosen = EVERY_PLACE ? [...places.entries()] : distinctPlaces(places);
    const wrong = await inLanes(chosen, ([index, place]) => killAndStart(name, base, index + 1, place.name));
    expect(wrong.flat()).toEqual([]);
    counted.places += places.length;
    counted.kills += chosen.length;
  });
});

/** Dies at the place, starts again, and answers with everything that is wrong then. */
async function killAndStart(name: ActName, base: string, at: number, place: string): Promise<string[]> {
  const folder = copyOf(base, String(at));
  const { signal, stdout, stderr } = await runChild(name, folder, at);
  const here = (problem: string): string => `${name}, ${at} ${place}: ${problem}`;
  if (signal !== 'SIGKILL') {
    return [here(`it was not killed ${stderr}`)];
  }
  try {
    const acknowledged = stdout.startsWith('done');
    return (await startAgain(name, folder, acknowledged)).map(here);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startAgain(name: ActName, folder: string, acknowledged: boolean): Promise<string[]> {
  const act = actNamed(name);
  const desk = open(folder, NOW);
  try {
    await unlocked(desk.custodian);
    await desk.custodian.settle();
    const after = await disagreements(desk, folder);
    const happened = timesDone(desk, act.leaves) > 0;
    const { findings } = await desk.custodian.examine(() => undefined);
    const again = await act.run(desk.custodian, folder).then(
      () => null,
      (error: unknown) => (isCustodianError(error) ? error.code : String(error)),
    );
    const expected = happened ? act.again : null;
    return [
      ...after,
      ...findings.map(({ code, facts }) => `the doctor finds ${code} ${JSON.stringify(facts)}`),
      ...(acknowledged && act.leaves !== null && !happened ? ['what was acknowledged is not there'] : []),
      ...(again === expected ? [] : [`once more: ${again ?? 'it works'} instead of ${expected ?? 'working'}`]),
      ...(await disagreements(desk, folder)).map((problem) => `after once more: ${problem}`),
    ];
  } finally {
    desk.close();
  }
}

function timesDone({ ports }: FaultDesk, action: string | null): number {
  return ports.registry.read((reader) => reader.audit(0, 1000).filter((entry) => entry.action === action).length);
}

async function prepare(name: ActName): Promise<string> {
  const folder = mkdtempSync(path.join(root, 'base-'));
  writeFileSync(path.join(folder, IMPORTED.small), pem('ec'));
  if (name === 'import of RSA-4096') {
    writeFileSync(path.join(folder, IMPORTED.large), pem('rsa'));
  }
  const desk = open(folder, PREPARED);
  await actNamed(name).prepare(desk, folder);
  await desk.custodian.finish();
  desk.close();
  return folder;
}

const open = (folder: string, now: string): FaultDesk => openFaultDesk({ folder, pool, now });

function copyOf(base: string, label: string): string {
  const folder = `${base}-${label}`;
  cpSync(base, folder, { recursive: true });
  return folder;
}

interface Ended {
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

function runChild(name: ActName, folder: string, at: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, folder, pool, NOW, name, String(at)]);
    const ended: Ended = { signal: null, stdout: '', stderr: '' };
    child.stdout.on('data', (part) => (ended.stdout += String(part)));
    child.stderr.on('data', (part) => (ended.stderr += String(part)));
    child.on('error', reject);
    child.on('close', (_code, signal) => resolve({ ...ended, signal }));
  });
}

/** Several at a time, answers in order. */
async function inLanes<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  const queue = [...items.entries()];
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      answers[next[0]] = await work(next[1]);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return answers;
}

function pem(kind: 'ec' | 'rsa'): string {
  const { privateKey } =
    kind === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 4096 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Puts watched-sqlite.fixture.ts in the place of the package, for the registry alone. */
const withWatchedSqlite: Plugin = {
  name: 'watched-sqlite',
  transform(code, id) {
    const watched = JSON.stringify(path.join(import.meta.dirname, 'watched-sqlite.fixture.ts'));
    return id.endsWith('main/registry/open.ts') ? code.replace(/(["'])@photostructure\/sqlite\1/, watched) : null;
  },
};

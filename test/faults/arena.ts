// Where processes are killed and started again: a folder for each, a program that carries out one act, and what must hold
// afterwards.
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Plugin } from 'vite';
import { isCustodianError } from '../../shared/errors.ts';
import { bundleFixture } from '../support/bundle-fixture.ts';
import { IMPORTED, NOW, timesDone } from './act.ts';
import { type ActName, actNamed } from './acts.ts';
import { disagreements } from './agreement.ts';
import type { Place } from './boundary.ts';
import { type FaultDesk, makeKeyPool, openFaultDesk } from './fault-desk.ts';
import { filesIn, lyingOpen, secretsOf } from './leaks.ts';
import { unlocked } from './passphrase-acts.ts';

/** Where waiting for a disk is spared: a killed process loses nothing that it wrote, on whatever it wrote it. */
const MEMORY = '/dev/shm';

const PREPARED = '2026-11-22T08:00:00.000Z';

export interface Ended {
  signal: NodeJS.Signals | null;
  /** How long it worked, without the start of the engine. */
  ms: number;
  /** Whether the officer was told that it is done. */
  acknowledged: boolean;
  stderr: string;
}

/** What a process leaves that is killed at a place. */
export interface Left {
  at: number;
  place: string;
  folder: string;
  acknowledged: boolean;
}

/** A run to the end. */
export interface Whole {
  ended: Ended;
  /** Where it could have died. */
  places: Place[];
  /** Once for each state of the disk, in the order of the run. */
  left: Left[];
}

export interface Arena {
  /** A folder in the state that the act starts from. */
  prepare(name: ActName): Promise<string>;
  /** Runs the act in a process of its own. `at`: the place at which it kills itself; 0 for none. `killAfterMs`: from outside, so long after it began. */
  run(name: ActName, folder: string, at: number, killAfterMs?: number): Promise<Ended>;
  /** Runs the act to its end, and keeps what it would have left wherever it could have died. */
  runWhole(name: ActName, folder: string): Promise<Whole>;
  /** Opens the folder as at a start, and answers with everything that is wrong then. */
  startAgain(name: ActName, folder: string, acknowledged: boolean): Promise<string[]>;
  close(): void;
}

export async function openArena(): Promise<Arena> {
  const root = mkdtempSync(path.join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'faults-'));
  const pool = path.join(root, 'pool.json');
  const [program] = await Promise.all([
    bundleFixture(path.join(import.meta.dirname, 'one-act.fixture.ts'), [withWatchedSqlite]),
    makeKeyPool(8).then((text) => writeFileSync(pool, text)),
  ]);
  const open = (folder: string, now: string): FaultDesk => openFaultDesk({ folder, pool, now });
  return {
    prepare: (name) => prepare(root, name, open),
    run: async (name, folder, at, killAfterMs) => {
      const { said: _, ...ended } = await runChild([program, folder, pool, NOW, name, String(at)], folder, killAfterMs);
      return ended;
    },
    runWhole: async (name, folder) => {
      const copies = `${folder}-left`;
      const { said, ...ended } = await runChild([program, folder, pool, NOW, name, '0', copies], folder);
      const { places, toldAfter } = JSON.parse(said) as { places: Place[]; toldAfter: number };
      return { ended, places, left: whatWasLeft(places, toldAfter, copies) };
    },
    startAgain: (name, folder, acknowledged) => startAgain(() => open(folder, NOW), { name, folder, acknowledged }),
    close() {
      rmSync(root, { recursive: true, force: true });
      rmSync(path.dirname(program), { recursive: true, force: true });
    },
  };
}

/** Where the disk is as at the place before, the same is left; the last of them stands for all: by then most has been told to the officer. */
function whatWasLeft(places: readonly Place[], toldAfter: number, copies: string): Left[] {
  const isNew = (index: number): boolean => places[index]?.state !== places[index - 1]?.state;
  let [copied, left]: [number, Left[]] = [0, []];
  for (const [index, { name }] of places.entries()) {
    const at = index + 1;
    copied = isNew(index) ? at : copied;
    const here = { at, place: name, folder: path.join(copies, String(copied)), acknowledged: at > toldAfter };
    left = isNew(at) ? [...left, here] : left;
  }
  return left;
}

async function startAgain(
  open: () => FaultDesk,
  { name, folder, acknowledged }: { name: ActName; folder: string; acknowledged: boolean },
): Promise<string[]> {
  const act = actNamed(name);
  const left = filesIn(folder);
  const desk = open();
  try {
    await unlocked(desk.custodian);
    await desk.custodian.settle();
    const after = await disagreements(desk, folder);
    const happened = timesDone(desk, act.leaves) > 0;
    const besides = act.also?.(desk, folder, acknowledged) ?? [];
    const { findings } = await desk.custodian.examine(() => undefined);
    const again = await act.run(desk.custodian, folder).then(
      () => null,
      (error: unknown) => (isCustodianError(error) ? error.code : String(error)),
    );
    const expected = happened ? act.again : null;
    const atLast = [...(await disagreements(desk, folder)), ...(act.also?.(desk, folder, acknowledged) ?? [])];
    return [
      ...after,
      ...besides,
      ...findings.map(({ code, facts }) => `the doctor finds ${code} ${JSON.stringify(facts)}`),
      ...(acknowledged && act.leaves !== null && !happened ? ['what was acknowledged is not there'] : []),
      ...(again === expected ? [] : [`once more: ${again ?? 'it works'} instead of ${expected ?? 'working'}`]),
      ...atLast.map((problem) => `after once more: ${problem}`),
      ...lyingOpen(left, filesIn(folder), await secretsOf(desk)),
    ];
  } finally {
    desk.close();
  }
}

async function prepare(root: string, name: ActName, open: (folder: string, now: string) => FaultDesk): Promise<string> {
  const folder = mkdtempSync(path.join(root, 'base-'));
  writeFileSync(path.join(folder, IMPORTED.small), pem('ec'));
  if (name === 'import of RSA-4096') {
    writeFileSync(path.join(folder, IMPORTED.large), pem('rsa'));
  }
  const act = actNamed(name);
  const desk = open(folder, act.preparedAt ?? PREPARED);
  await act.prepare(desk, folder);
  await desk.custodian.finish();
  desk.close();
  return folder;
}

export function copyOf(base: string, label: string): string {
  const folder = `${base}-${label}`;
  cpSync(base, folder, { recursive: true });
  return folder;
}

/** What it forgets in a folder for what passes is found in that of the registry. */
function runChild(args: readonly string[], folder: string, killAfterMs?: number): Promise<Ended & { said: string }> {
  const passing = path.join(folder, 'tmp');
  mkdirSync(passing, { recursive: true });
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, TMPDIR: passing } });
    let [said, stderr] = ['', ''];
    let [began, killing]: [number, NodeJS.Timeout | undefined] = [0, undefined];
    child.stdout.on('data', (part) => {
      if (said === '') {
        began = performance.now();
        killing = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
      }
      said += String(part);
    });
    child.stderr.on('data', (part) => (stderr += String(part)));
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      clearTimeout(killing);
      const [, done, last = ''] = said.split('\n');
      resolve({ signal, ms: performance.now() - began, acknowledged: done === 'done', stderr, said: last });
    });
  });
}

/** Several at a time, answers in order. */
export async function inLanes<T, R>(width: number, items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  const queue = [...items.entries()];
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      answers[next[0]] = await work(next[1]);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
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

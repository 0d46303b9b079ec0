// The sandbox's document on disk, shared by every process of one data folder. Reading sees what other processes
// wrote; a change is read, altered and written under a lock, and is on disk when it is reported as done.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CustodianError } from '../../shared/errors.ts';
import { diskProblem, errorCode } from '../ports/disk-problems.ts';
import { type SandboxState, stateSchema } from './state.ts';

const FILE = 'sandbox.json';
const LOCK_TRIES = 500;
const LOCK_PAUSE_MS = 10;
/** The lock is held for one synchronous write; whoever holds it for longer is not there any more. */
const LOCK_STALE_MS = 10_000;

export interface StateFile {
  read(): SandboxState;
  /** Hands a copy to `work`; what `work` leaves in it is stored. When `work` throws, nothing is. */
  change<T>(work: (state: SandboxState) => T): Promise<T>;
}

export function openStateFile(folder: string, fresh: () => SandboxState): StateFile {
  written(() => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  const file = path.join(folder, FILE);
  const lock = `${file}.lock`;
  let cached: { mark: string; state: SandboxState } | null = null;

  function read(): SandboxState {
    const mark = markOf(file);
    if (mark === null) {
      return fresh();
    }
    if (cached?.mark !== mark) {
      cached = { mark, state: parse(textOf(file)) };
    }
    return cached.state;
  }

  function write(state: SandboxState): void {
    const draft = `${file}.new`;
    written(() => {
      writeDurably(draft, JSON.stringify(state));
      renameSync(draft, file);
      syncFolder(folder);
    });
    cached = { mark: markOf(file) ?? '', state };
  }

  return {
    read,
    async change(work) {
      await acquire(lock);
      try {
        const state = structuredClone(read());
        const result = work(state);
        write(state);
        return result;
      } finally {
        rmSync(lock, { force: true });
      }
    },
  };
}

/** Changes whenever the file is replaced; `null` when there is none. */
function markOf(file: string): string | null {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.ino} ${stat.size} ${stat.mtimeNs}`;
}

/** What the disk says of a write, in words. */
function written(work: () => unknown): void {
  try {
    work();
  } catch (cause) {
    throw new CustodianError('FILE_NOT_WRITTEN', { file: FILE, problem: diskProblem(cause) }, { cause });
  }
}

function textOf(file: string): string {
  // A pipe in its place would keep its reader waiting.
  if (!statSync(file).isFile()) {
    throw new CustodianError('FILE_UNREADABLE', { file: FILE, problem: { code: 'no-sandbox-document' } });
  }
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new CustodianError('FILE_UNREADABLE', { file: FILE, problem: diskProblem(cause) }, { cause });
  }
}

function parse(text: string): SandboxState {
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new CustodianError(
      'FILE_UNREADABLE',
      { file: FILE, problem: { code: 'no-sandbox-document' } },
      { cause: error },
    );
  }
}

function writeDurably(file: string, text: string): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function syncFolder(folder: string): void {
  // Windows cannot open a folder; there the rename itself is as durable as it gets.
  if (process.platform === 'win32') {
    return;
  }
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

async function acquire(lock: string): Promise<void> {
  for (let tries = 0; tries < LOCK_TRIES; tries += 1) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx', mode: 0o600 });
      return;
    } catch (error) {
      // EPERM: on Windows a file that is just being removed.
      if (errorCode(error) !== 'EEXIST' && errorCode(error) !== 'EPERM') {
        // Made, but not filled: on a full disk.
        rmSync(lock, { force: true });
        throw new CustodianError('FILE_NOT_WRITTEN', { file: FILE, problem: diskProblem(error) }, { cause: error });
      }
    }
    if (isAbandoned(lock)) {
      rmSync(lock, { force: true });
    } else {
      await delay(LOCK_PAUSE_MS);
    }
  }
  throw new CustodianError('FILE_NOT_WRITTEN', { file: FILE, problem: { code: 'not-released' } });
}

function isAbandoned(lock: string): boolean {
  const stat = statSync(lock, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) {
    return false;
  }
  return Date.now() - stat.mtimeMs > LOCK_STALE_MS || isDead(holderOf(lock));
}

function holderOf(lock: string): number {
  try {
    return Number.parseInt(readFileSync(lock, 'utf8'), 10);
  } catch {
    return Number.NaN;
  }
}

/** False when in doubt: a lock that was just made holds no number yet. */
function isDead(pid: number): boolean {
  try {
    return Number.isSafeInteger(pid) && !process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}

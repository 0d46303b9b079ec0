// `custodian lock` while a window has the data folder: a file in that folder asks the window, and its answer takes the place of
// the question. Whoever can write there can ask for a lock, and for nothing else.
import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readHolder } from '../registry/holder.ts';
import { systemPause } from './system.ts';

/** What a window says. `nothing`: it has no vault passphrase to lock with. */
type LockAnswer = 'locked' | 'nothing';
const ASKED = 'asked';

const MOST_OCTETS = 16;

const LOOK_MS = 50;

const fileIn = (folder: string): string => path.join(folder, 'lock-now');

/** `no-window`: none has the folder. `silent`: it did not answer within `patienceMs`. */
export async function askWindowToLock(
  folder: string,
  patienceMs: number,
): Promise<LockAnswer | 'no-window' | 'silent'> {
  const holder = readHolder(folder);
  if (holder.code !== 'window' || !isRunning(holder.process)) {
    return 'no-window';
  }
  const file = fileIn(folder);
  write(file, ASKED);
  try {
    for (let waited = 0; waited < patienceMs; waited += LOOK_MS) {
      await systemPause(LOOK_MS);
      const said = read(file);
      if (said === 'locked' || said === 'nothing') {
        return said;
      }
    }
    return 'silent';
  } finally {
    rmSync(file, { force: true });
  }
}

/** For the window, now and then. `lock` says whether there was anything to lock. */
export async function answerLockRequest(folder: string, lock: () => Promise<boolean>): Promise<void> {
  const file = fileIn(folder);
  if (read(file) === ASKED) {
    write(file, (await lock()) ? 'locked' : 'nothing');
  }
}

/** Whole, whoever looks. It is no secret, and the folder is this user’s alone. */
function write(file: string, words: string): void {
  const draft = `${file}.${process.pid}`;
  rmSync(draft, { force: true });
  // SECURITY: what somebody put under that name is not followed.
  writeFileSync(draft, words, { flag: 'wx' });
  renameSync(draft, file);
}

/** SECURITY: anybody may have put anything there; what is no small file is not opened. */
function read(file: string): string | null {
  try {
    const found = lstatSync(file);
    return found.isFile() && found.size <= MOST_OCTETS ? readFileSync(file, 'utf8') : null;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

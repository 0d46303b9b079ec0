// A folder of a test's own, made when it is first asked for.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach } from 'vitest';

/** Where waiting for a disk is spared. */
export const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Where something of that name is, in the folder; the folder itself without one. */
type At = (...names: string[]) => string;

function goneAfter(hook: typeof afterAll | typeof afterEach, where: string): At {
  let folder: string | null = null;
  hook(() => {
    if (folder !== null) {
      rmSync(folder, { recursive: true, force: true });
    }
    folder = null;
  });
  return (...names) => {
    folder ??= mkdtempSync(path.join(where, 'key-custodian-test-'));
    return path.join(folder, ...names);
  };
}

/** A new one for every test, and gone with it. */
export const folderForEach = (where = tmpdir()): At => goneAfter(afterEach, where);

/** One for all tests of the file, or of the group where it is asked for. */
export const folderForAll = (where = tmpdir()): At => goneAfter(afterAll, where);

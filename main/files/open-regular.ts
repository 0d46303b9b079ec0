// Opening a file that a person named. Regular files only: a named pipe, a socket or a device may keep its reader waiting
// for ever, and each such reader holds one of the few threads that this process reads with. So nothing is opened that was
// not looked at, the opening itself never waits, and what was opened is looked at again.
import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat, statfs } from 'node:fs/promises';
import type { OtherThanFile } from '../../shared/problems/acts.ts';
import { CustodianError } from '../../shared/errors.ts';
import { shownName } from './problem.ts';

/** Windows has none; there the look before has to do. */
const NEVER_WAIT = process.platform === 'win32' ? 0 : constants.O_NONBLOCK;

/** Magic numbers of what Linux shows as files (statfs(2)): proc, sysfs, debugfs, tracefs, securityfs, cgroup 1 and 2. */
const OF_THE_KERNEL = new Set([0x9fa0, 0x62656572, 0x64626720, 0x74726163, 0x73636673, 0x27e0eb, 0x63677270]);

/** Throws FILE_NOT_REGULAR, or what the operating system said. The caller closes the handle. */
export async function openRegular(file: string): Promise<{ handle: FileHandle; size: number }> {
  requireRegular(file, await stat(file));
  if (process.platform === 'linux' && OF_THE_KERNEL.has((await statfs(file)).type)) {
    throw notRegular(file, 'system-file');
  }
  const handle = await open(file, constants.O_RDONLY | NEVER_WAIT);
  try {
    const stats = await handle.stat();
    requireRegular(file, stats);
    return { handle, size: stats.size };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function requireRegular(file: string, stats: Stats): void {
  if (stats.isDirectory()) {
    throw new CustodianError('FILE_UNREADABLE', { file: shownName(file), problem: { code: 'folder' } });
  }
  if (!stats.isFile()) {
    const kind = stats.isFIFO() ? 'pipe' : stats.isSocket() ? 'socket' : 'device';
    throw notRegular(file, kind);
  }
}

const notRegular = (file: string, kind: OtherThanFile): CustodianError =>
  new CustodianError('FILE_NOT_REGULAR', { file: shownName(file), kind });

// Where the one who holds a key for a time is to be found: a socket of this machine in a folder that nobody else may enter.
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Sockets have shorter names than files; macOS takes 104 octets with the end. */
const MOST_OCTETS = 100;

/**
 * One for each data folder. `null` where there is no such place: on Windows, whose pipes others may open, or where the folder is
 * somebody else's.
 */
export function holderPlace(
  folder: string,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | null {
  if (platform === 'win32') {
    return null;
  }
  const uid = os.userInfo().uid;
  const runtime = env['XDG_RUNTIME_DIR'] ?? '';
  const base = isOurs(runtime, uid)
    ? path.join(runtime, 'key-custodian')
    : path.join(os.tmpdir(), `key-custodian-${uid}`);
  const name = createHash('sha256').update(realOf(folder)).digest('hex').slice(0, 16);
  const socket = path.join(base, name);
  return isMade(base, uid) && Buffer.byteLength(socket) <= MOST_OCTETS ? socket : null;
}

/** SECURITY: whoever may enter the folder may ask for the key. */
function isMade(base: string, uid: number): boolean {
  try {
    mkdirSync(base, { mode: 0o700 });
    chmodSync(base, 0o700);
  } catch {
    // It is there already, or cannot be there.
  }
  return isOurs(base, uid);
}

function isOurs(folder: string, uid: number): boolean {
  try {
    const found = lstatSync(folder);
    return path.isAbsolute(folder) && found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0;
  } catch {
    return false;
  }
}

function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}

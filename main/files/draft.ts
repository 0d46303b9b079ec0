// What is written lies beside its place under a passing name until it is whole: `.NAME.MACHINE-PID-UUID.part`. The name
// says who writes it, so that what a killed program left can be told from what another one is writing at this moment.
import { createHash, randomUUID } from 'node:crypto';
import { lstat, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { errorCode } from '../ports/disk-problems.ts';

const DRAFT =
  /^(\..+\.)(?:([0-9a-f]{8}-\d{1,10})-)?[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\.(?:part|claim)$/;

/** Nobody writes one file for so long. The clocks of a stick and a share may be hours off. */
const FORGOTTEN_MS = 2 * 24 * 3600_000;

/** The longest name that file systems take is 255 bytes; a draft's own part needs 65. */
const MAX_NAME_BYTES = 180;

const machine = (): string => createHash('sha256').update(os.hostname()).digest('hex').slice(0, 8);

export function draftOf(target: string): string {
  const name = Buffer.from(path.basename(target)).subarray(0, MAX_NAME_BYTES).toString('utf8').replaceAll('\ufffd', '');
  return path.join(path.dirname(target), `.${name}.${machine()}-${process.pid}-${randomUUID()}.part`);
}

/** Takes a draft away, if there is one. What went wrong before this is told, not that nothing could be taken away. */
export const discard = (draft: string): Promise<void> =>
  rm(draft, { recursive: true, force: true }).catch(() => undefined);

/** The name of a draft whose writer is about to put it in place. */
export const claimOf = (draft: string): string => draft.replace(/\.part$/, '.claim');

/** Whether no other writer that may still live claims the same name. Capital letters do not make another name. */
export async function isOnlyClaim(claim: string): Promise<boolean> {
  const own = path.basename(claim);
  const [, name = ''] = DRAFT.exec(own) ?? [];
  const there = await readdir(path.dirname(claim));
  return there.every((other) => {
    const [, otherName = '', writer = ''] = DRAFT.exec(other) ?? [];
    const rivals = other !== own && other.endsWith('.claim') && otherName.toLowerCase() === name.toLowerCase();
    return !rivals || isGone(writer);
  });
}

/** `1f2e3d4c-4711` is a process of a machine. False when in doubt. */
function isGone(writer: string): boolean {
  const [host, pid] = writer.split('-');
  if (host !== machine()) {
    return false;
  }
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}

/** Takes away the drafts of killed writers in the folder of `target`. What cannot be taken away stays; nothing fails. */
export async function clearLeftovers(target: string): Promise<void> {
  const folder = path.dirname(target);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => DRAFT.test(one))) {
    const draft = path.join(folder, name);
    if (await isLeftover(draft, name)) {
      await discard(draft);
    }
  }
}

async function isLeftover(draft: string, name: string): Promise<boolean> {
  const stats = await lstat(draft).catch(() => null);
  // SECURITY: a link, or what belongs to somebody else, is none of ours whatever it is called.
  if (stats === null || !(stats.isFile() || stats.isDirectory()) || !isMine(stats.uid)) {
    return false;
  }
  const [, , writer = ''] = DRAFT.exec(name) ?? [];
  return isGone(writer) || Math.abs(Date.now() - stats.mtimeMs) > FORGOTTEN_MS;
}

const isMine = (uid: number): boolean => process.getuid === undefined || process.getuid() === uid;

// How a process finds the sandbox that another one runs on the same data folder: the running server leaves its address
// and a nonce in a file, and whoever finds the file asks that address for the nonce before believing it.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { CustodianError } from '../../shared/errors.ts';
import { diskProblem } from '../ports/disk-problems.ts';

const FILE = 'running.json';
export const HEALTH_PATH = '/sandbox/health';
const HEALTH_DEADLINE_MS = 1000;

const announcementSchema = z.object({
  url: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }),
  pid: z.number(),
  nonce: z.string().min(1),
});

const healthSchema = z.object({ nonce: z.string() });

export type Announcement = z.infer<typeof announcementSchema>;

export function announce(folder: string, announcement: Announcement): void {
  const file = path.join(folder, FILE);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, JSON.stringify(announcement), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (cause) {
    throw new CustodianError('FILE_NOT_WRITTEN', { file: FILE, problem: diskProblem(cause) }, { cause });
  }
}

/** Leaves the announcement of another server alone. */
export function withdraw(folder: string, nonce: string): void {
  if (readAnnouncement(folder)?.nonce === nonce) {
    rmSync(path.join(folder, FILE), { force: true });
  }
}

/** The address of a server of this folder that answers now, or `null`. */
export async function findRunning(folder: string): Promise<string | null> {
  const announcement = readAnnouncement(folder);
  if (announcement === null) {
    return null;
  }
  try {
    const response = await fetch(`${announcement.url}${HEALTH_PATH}`, {
      redirect: 'error',
      signal: AbortSignal.timeout(HEALTH_DEADLINE_MS),
    });
    const { nonce } = healthSchema.parse(await response.json());
    return nonce === announcement.nonce ? announcement.url : null;
  } catch {
    return null;
  }
}

function readAnnouncement(folder: string): Announcement | null {
  try {
    const file = path.join(folder, FILE);
    // A pipe in its place would keep every command waiting.
    return statSync(file).isFile() ? announcementSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
  } catch {
    return null;
  }
}

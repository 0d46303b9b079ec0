// Saving a folder whole or not at all: filled beside its place under a passing name, flushed, then put in place in one
// step. A folder or file that is there already is left as it is.
import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { CustodianError } from '../../shared/errors.ts';
import { problemOf } from './problem.ts';

export interface FolderFile {
  fileName: string;
  bytes: Uint8Array;
}

export interface SaveFolderOptions {
  /** Stops between two files. */
  signal?: AbortSignal;
  /** Told after each file. */
  written?: ((count: number) => void) | undefined;
}

/** Throws FILE_EXISTS, FILE_NOT_WRITTEN or CANCELLED; in each case nothing new is left behind. */
export async function saveFolder(
  target: string,
  files: Iterable<FolderFile>,
  { signal, written }: SaveFolderOptions = {},
): Promise<void> {
  const folder = path.basename(target);
  await refuseExisting(target);
  const draft = path.join(path.dirname(target), `.${folder}.${randomUUID()}.part`);
  let current = folder;
  try {
    await mkdir(draft);
    let count = 0;
    for (const { fileName, bytes } of files) {
      refuseCancelled(signal, folder);
      current = requirePlainName(fileName);
      await writeFlushed(path.join(draft, current), bytes);
      count += 1;
      written?.(count);
    }
    refuseCancelled(signal, folder);
    current = folder;
    await refuseExisting(target);
    await rename(draft, target);
  } catch (error) {
    throw error instanceof CustodianError
      ? error
      : new CustodianError('FILE_NOT_WRITTEN', { file: current, problem: problemOf(error) }, { cause: error });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Throws FILE_EXISTS when anything, be it a dangling link, has this name. */
export async function refuseExisting(target: string): Promise<void> {
  const there = await lstat(target).catch(() => null);
  if (there !== null) {
    throw new CustodianError('FILE_EXISTS', { file: path.basename(target) });
  }
}

export function refuseCancelled(signal: AbortSignal | undefined, folder: string): void {
  if (signal?.aborted === true) {
    throw new CustodianError('CANCELLED', { action: `Writing ${folder}` });
  }
}

/** The second lock: names are made safe where they are made. */
export function requirePlainName(name: string): string {
  if (!/^[A-Za-z0-9][\w.@+=-]{0,200}$/.test(name)) {
    throw new CustodianError('INTERNAL', { reference: 'an unsafe file name in a folder' });
  }
  return name;
}

async function writeFlushed(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o644);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

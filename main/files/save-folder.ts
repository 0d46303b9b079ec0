// Saving a folder whole or not at all: filled beside its place under a passing name, flushed, then put in place in one
// step. A folder or file that is there already is left as it is.
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { CustodianError } from '../../shared/errors.ts';
import { nameProblem } from '../../shared/domain/exports/file-names.ts';
import { clearLeftovers, discard, draftOf } from './draft.ts';
import { notWritten, requireFittingName, shownName } from './problem.ts';
import { refuseExisting } from './put-in-place.ts';
import { writeFlushed } from './save-file.ts';
import { syncFolder } from './sync-folder.ts';

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
  requireFittingName(target);
  await refuseExisting(target);
  await clearLeftovers(target);
  const draft = draftOf(target);
  let current = target;
  try {
    await mkdir(draft);
    const names = plainNames();
    let count = 0;
    for (const { fileName, bytes } of files) {
      refuseCancelled(signal, folder);
      current = path.join(draft, names(fileName));
      await writeFlushed(current, bytes);
      count += 1;
      written?.(count);
    }
    refuseCancelled(signal, folder);
    current = target;
    await syncFolder(draft);
    await refuseExisting(target);
    await rename(draft, target);
    await syncFolder(path.dirname(target));
  } catch (error) {
    throw await notWritten(current, error);
  } finally {
    await discard(draft);
  }
}

export function refuseCancelled(signal: AbortSignal | undefined, folder: string): void {
  if (signal?.aborted === true) {
    throw new CustodianError('CANCELLED', { action: `Writing ${shownName(folder)}` });
  }
}

/**
 * The second lock: names are made safe where they are made. No two of a folder may differ by capital letters alone, which a
 * stick and Windows take for the same.
 */
export function plainNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const key = name.toLowerCase();
    if (!/^[A-Za-z0-9][\w.@+=-]{0,200}$/.test(name) || nameProblem(name) !== null) {
      throw new CustodianError('INTERNAL', { reference: 'an unsafe file name in a folder' });
    }
    if (taken.has(key)) {
      throw new CustodianError('FILE_NOT_WRITTEN', { file: name, problem: 'something of this name is there' });
    }
    taken.add(key);
    return name;
  };
}

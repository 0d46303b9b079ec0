// Saving a file whole or not at all: written beside its place under a passing name, flushed, then put in place in one
// step. Nothing is ever overwritten unless the caller says that a person agreed to it.
import { open } from 'node:fs/promises';
import { clearLeftovers, discard, draftOf } from './draft.ts';
import { notWritten, requireFittingName } from './problem.ts';
import { putInPlace } from './put-in-place.ts';

interface SaveOptions {
  /** True when a person confirmed that an existing file may go. */
  overwrite: boolean;
  /** File mode; public files are readable for all. */
  mode?: number;
}

export interface SavedAs {
  /** The file system did not keep others out as it was told to: it knows no modes, as on most sticks. */
  openToOthers: boolean;
}

/** Throws FILE_EXISTS or FILE_NOT_WRITTEN; in both cases the target is as it was and no part of a file is left. */
export async function saveFile(
  target: string,
  bytes: Uint8Array,
  { overwrite, mode = 0o644 }: SaveOptions,
): Promise<SavedAs> {
  requireFittingName(target);
  await clearLeftovers(target);
  const draft = draftOf(target);
  try {
    const got = await writeFlushed(draft, bytes, mode);
    await putInPlace(draft, target, overwrite);
    return { openToOthers: process.platform !== 'win32' && (got & 0o077 & ~mode) !== 0 };
  } catch (error) {
    throw await notWritten(target, error);
  } finally {
    await discard(draft);
  }
}

/** A new file, on the disk. Gives the mode that it has. */
export async function writeFlushed(file: string, bytes: Uint8Array, mode = 0o644): Promise<number> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
    return (await handle.stat()).mode;
  } finally {
    await handle.close();
  }
}

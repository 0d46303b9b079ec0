// Saving a file whole or not at all: written beside its place under a passing name, flushed, then put in place in one
// step. Nothing is ever overwritten unless the caller says that a person agreed to it.
import { randomUUID } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { CustodianError } from '../../shared/errors.ts';
import { problemOf } from './problem.ts';

interface SaveOptions {
  /** True when a person confirmed that an existing file may go. */
  overwrite: boolean;
  /** File mode; public files are readable for all. */
  mode?: number;
}

/** Throws FILE_EXISTS or FILE_NOT_WRITTEN; in both cases the target is as it was and no part of a file is left. */
export async function saveFile(
  target: string,
  bytes: Uint8Array,
  { overwrite, mode = 0o644 }: SaveOptions,
): Promise<void> {
  const file = path.basename(target);
  const draft = path.join(path.dirname(target), `.${file}.${randomUUID()}.part`);
  try {
    await writeFlushed(draft, bytes, mode);
    // A hard link is made only where nothing is, so two writers cannot both believe that the name was free.
    await (overwrite ? rename(draft, target) : link(draft, target));
  } catch (error) {
    if (hasCode(error, 'EEXIST')) {
      throw new CustodianError('FILE_EXISTS', { file }, { cause: error });
    }
    throw new CustodianError('FILE_NOT_WRITTEN', { file, problem: problemOf(error) }, { cause: error });
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeFlushed(file: string, bytes: Uint8Array, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

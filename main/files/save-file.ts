// Saving a file whole or not at all: written beside its place under a passing name, flushed, then put in place in one
// step. Nothing is ever overwritten unless the caller says that a person agreed to it.
import { randomUUID } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { CustodianError, isCustodianError } from '../../shared/errors.ts';
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
    await putInPlace(draft, target, overwrite);
  } catch (error) {
    throw notWritten(file, error);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Gives a whole draft its name, in one step. A hard link is made only where nothing is, so two writers cannot both believe that the name was free. */
export const putInPlace = (draft: string, target: string, overwrite: boolean): Promise<void> =>
  overwrite ? rename(draft, target) : link(draft, target);

/** What is coded stays as it is; a name that was taken meanwhile is told apart from a write that failed. */
export function notWritten(file: string, error: unknown): CustodianError {
  if (isCustodianError(error)) {
    return error;
  }
  return hasCode(error, 'EEXIST')
    ? new CustodianError('FILE_EXISTS', { file }, { cause: error })
    : new CustodianError('FILE_NOT_WRITTEN', { file, problem: problemOf(error) }, { cause: error });
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

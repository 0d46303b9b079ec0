// Saving a file of any size whole or not at all: written beside its place under a passing name, flushed, read back and compared,
// and only then put in place. Nothing is overwritten.
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { CustodianError, isCustodianError } from '../../shared/errors.ts';
import { clearLeftovers, discard, draftOf } from './draft.ts';
import { notWritten, requireFittingName, shownName } from './problem.ts';
import { putInPlace, refuseExisting } from './put-in-place.ts';
import { readChunks } from './read-chunks.ts';
import type { SavedAs } from './save-file.ts';

export interface SavedStream extends SavedAs {
  /** Lower-case hex. */
  sha256: string;
  bytes: number;
}

/**
 * For this user alone. Throws FILE_EXISTS, FILE_NOT_WRITTEN, and what `chunks` and `prove` throw; then no part of a file is
 * left. `prove` is given what lies on the disk now.
 */
export async function saveStream(
  target: string,
  chunks: AsyncIterable<Uint8Array>,
  prove: (again: () => AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<SavedStream> {
  requireFittingName(target);
  await refuseExisting(target);
  await clearLeftovers(target);
  const draft = draftOf(target);
  try {
    const { mode, ...written } = await writeChunks(draft, chunks);
    const again = await hashOf(readBack(draft, target));
    if (again.sha256 !== written.sha256) {
      const problem = { code: 'read-back-differs' } as const;
      throw new CustodianError('FILE_NOT_WRITTEN', { file: shownName(target), problem });
    }
    await prove(() => readBack(draft, target));
    await putInPlace(draft, target, false);
    return { ...written, openToOthers: process.platform !== 'win32' && (mode & 0o077) !== 0 };
  } catch (error) {
    throw await notWritten(target, error);
  } finally {
    await discard(draft);
  }
}

async function writeChunks(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ sha256: string; bytes: number; mode: number }> {
  const handle = await open(file, 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      await handle.writeFile(chunk);
      hash.update(chunk);
      bytes += chunk.length;
    }
    await handle.sync();
    const { mode } = await handle.stat();
    return { sha256: hash.digest('hex'), bytes, mode };
  } finally {
    await handle.close();
  }
}

/** A disk that went away meanwhile takes the draft along: nobody knows a file of that name. */
async function* readBack(draft: string, target: string): AsyncGenerator<Uint8Array> {
  try {
    yield* readChunks(draft);
  } catch (error) {
    if (isCustodianError(error, 'FILE_NOT_FOUND') || isCustodianError(error, 'FILE_UNREADABLE')) {
      const problem = error.code === 'FILE_UNREADABLE' ? error.facts.problem : ({ code: 'disk-gone' } as const);
      throw new CustodianError('FILE_NOT_WRITTEN', { file: shownName(target), problem }, { cause: error });
    }
    throw error;
  }
}

async function hashOf(chunks: AsyncIterable<Uint8Array>): Promise<{ sha256: string }> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) {
    hash.update(chunk);
  }
  return { sha256: hash.digest('hex') };
}

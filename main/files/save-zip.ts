// Saving many files as one ZIP archive, whole or not at all. The archive is read back by another library before it gets
// its name, and compared with what went in.
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Zip, ZipDeflate } from 'fflate';
import yauzl from 'yauzl';
import { CustodianError } from '../../shared/errors.ts';
import { clearLeftovers, discard, draftOf } from './draft.ts';
import { notWritten, requireFittingName, shownName } from './problem.ts';
import { putInPlace, refuseExisting } from './put-in-place.ts';
import { type FolderFile, plainNames, refuseCancelled, type SaveFolderOptions } from './save-folder.ts';

interface SaveZipOptions extends SaveFolderOptions {
  /** True when a person confirmed that an existing file may go. */
  overwrite: boolean;
  /** The time that every file in the archive bears. */
  at: Date;
}

/** Throws FILE_EXISTS, FILE_NOT_WRITTEN or CANCELLED; in each case the target is as it was and nothing new is left. */
export async function saveZip(
  target: string,
  files: Iterable<FolderFile>,
  { overwrite, at, signal, written }: SaveZipOptions,
): Promise<void> {
  const archive = path.basename(target);
  requireFittingName(target);
  if (!overwrite) {
    await refuseExisting(target);
  }
  await clearLeftovers(target);
  const draft = draftOf(target);
  try {
    const handle = await open(draft, 'wx', 0o644);
    let wrote: Map<string, string>;
    try {
      wrote = await writeArchive(handle, files, { at, stop: () => refuseCancelled(signal, archive), written });
      await handle.sync();
    } finally {
      await handle.close();
    }
    requireSame(wrote, await readArchive(draft), archive);
    refuseCancelled(signal, archive);
    await putInPlace(draft, target, overwrite);
  } catch (error) {
    throw await notWritten(target, error);
  } finally {
    await discard(draft);
  }
}

/** Name -> SHA-256 of what went in. */
async function writeArchive(
  handle: FileHandle,
  files: Iterable<FolderFile>,
  { at, stop, written }: { at: Date; stop: () => void; written: SaveFolderOptions['written'] },
): Promise<Map<string, string>> {
  const wrote = new Map<string, string>();
  const names = plainNames();
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) {
      throw error;
    }
    ready.push(chunk);
  });
  const flush = async (): Promise<void> => {
    for (const chunk of ready.splice(0)) {
      await handle.writeFile(chunk);
    }
  };
  for (const { fileName, bytes } of files) {
    stop();
    const entry = new ZipDeflate(names(fileName), { level: 6 });
    entry.mtime = at;
    zip.add(entry);
    entry.push(bytes, true);
    await flush();
    wrote.set(fileName, digest(bytes));
    written?.(wrote.size);
  }
  stop();
  zip.end();
  await flush();
  return wrote;
}

async function readArchive(file: string): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  const archive = await yauzl.openPromise(file);
  for await (const entry of archive.eachEntry()) {
    const hash = createHash('sha256');
    await pipeline(await archive.openReadStreamPromise(entry), hash);
    read.set(entry.fileName, hash.digest('hex'));
  }
  return read;
}

function requireSame(wrote: Map<string, string>, read: Map<string, string>, archive: string): void {
  const same = wrote.size === read.size && [...wrote].every(([name, hash]) => read.get(name) === hash);
  if (!same) {
    const problem = { code: 'read-back-differs' } as const;
    throw new CustodianError('FILE_NOT_WRITTEN', { file: shownName(archive), problem });
  }
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

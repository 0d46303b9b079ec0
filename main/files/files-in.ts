// The files that somebody names for one act: each file as it is, and of a folder those in it and below, in the order of their
// names. Links are not followed, and what is hidden stays so.
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { CustodianError } from '../../shared/errors.ts';
import { shownName, unreadableFile } from './problem.ts';

export interface NamedFile {
  /** Of a file in a folder its name from there on, so that no two are called the same. */
  name: string;
  file: string;
}

/** Throws FILE_* for what cannot be looked into, INPUT_INVALID beyond `most`. */
export async function filesIn(named: readonly string[], most: number): Promise<NamedFile[]> {
  const found: NamedFile[] = [];
  for (const each of named) {
    try {
      found.push(...((await lstat(each)).isDirectory() ? await inFolder(each, most) : [{ name: each, file: each }]));
    } catch (error) {
      throw unreadableFile(shownName(each), error);
    }
    if (found.length > most) {
      throw new CustodianError('INPUT_INVALID', { field: 'file', problem: { code: 'too-many', most } });
    }
  }
  return found;
}

async function inFolder(folder: string, most: number): Promise<NamedFile[]> {
  const found: NamedFile[] = [];
  const visit = async (at: string): Promise<void> => {
    const entries = await readdir(at, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.join(at, entry.name);
      if (entry.name.startsWith('.') || found.length > most) {
        continue;
      }
      if (entry.isDirectory()) {
        await visit(file);
      } else if (entry.isFile()) {
        found.push({ name: path.join(path.basename(folder), path.relative(folder, file)), file });
      }
    }
  };
  await visit(folder);
  return found;
}

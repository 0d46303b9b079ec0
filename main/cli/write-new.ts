// Where a command leaves a file.
import path from 'node:path';
import { saveFile } from '../files/save-file.ts';

/** Answers with its name. An existing file is never overwritten. */
export async function writeNew(out: string, bytes: Uint8Array): Promise<string> {
  const target = path.resolve(out);
  await saveFile(target, bytes, { overwrite: false });
  return path.basename(target);
}

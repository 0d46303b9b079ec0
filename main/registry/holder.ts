// A courtesy note beside the registry: who has it open. It only makes the message for the second process better; the
// lock itself is SQLite's.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const noteIn = (folder: string): string => path.join(folder, 'registry.holder');

export function writeHolder(folder: string, holder: string): void {
  try {
    writeFileSync(noteIn(folder), `${holder}, process ${process.pid}\n`, { mode: 0o600 });
  } catch {
    // On a full disk the registry can still be read, and that matters more than this note.
  }
}

export function readHolder(folder: string | null): string {
  try {
    return folder === null ? 'unknown' : readFileSync(noteIn(folder), 'utf8').trim().slice(0, 80);
  } catch {
    return 'unknown';
  }
}

// A courtesy note beside the registry: who has it open. It only makes the message for the second process better; the
// lock itself is SQLite's.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Holder } from '../../shared/problems/acts.ts';

const noteIn = (folder: string): string => path.join(folder, 'registry.holder');

export function writeHolder(folder: string, holder: string): void {
  try {
    writeFileSync(noteIn(folder), `${holder}, process ${process.pid}\n`, { mode: 0o600 });
  } catch {
    // On a full disk the registry can still be read, and that matters more than this note.
  }
}

export function readHolder(folder: string | null): Holder {
  try {
    const note = folder === null ? '' : readFileSync(noteIn(folder), 'utf8');
    const [, noted, number] = /^(the window|the command line), process (\d{1,15})$/.exec(note.trim()) ?? [];
    return noted === undefined
      ? { code: 'unknown' }
      : { code: noted === 'the window' ? 'window' : 'command-line', process: Number(number) };
  } catch {
    return { code: 'unknown' };
  }
}

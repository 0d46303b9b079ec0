// A courtesy note beside the registry: who has it open. It only makes the message for the second process better; the
// lock itself is SQLite's.
import { closeSync, constants, openSync, readSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Holder } from '../../shared/problems/acts.ts';

const noteIn = (folder: string): string => path.join(folder, 'registry.holder');

/** SECURITY: the folder is not trusted. A link in the note's place leads to a file of others, and a pipe keeps one waiting for ever. */
const AS_IT_LIES = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW | constants.O_NONBLOCK;

const NOTE_BYTES = 100;

function withNote<T>(folder: string, flags: number, work: (note: number) => T): T {
  const note = openSync(noteIn(folder), flags | AS_IT_LIES, 0o600);
  try {
    return work(note);
  } finally {
    closeSync(note);
  }
}

export function writeHolder(folder: string, holder: string): void {
  try {
    withNote(folder, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, (note) =>
      writeFileSync(note, `${holder}, process ${process.pid}\n`),
    );
  } catch {
    // On a full disk the registry can still be read, and that matters more than this note.
  }
}

export function readHolder(folder: string | null): Holder {
  try {
    const note = folder === null ? '' : withNote(folder, constants.O_RDONLY, textOf);
    const [, noted, number] = /^(the window|the command line), process (\d{1,15})$/.exec(note.trim()) ?? [];
    return noted === undefined
      ? { code: 'unknown' }
      : { code: noted === 'the window' ? 'window' : 'command-line', process: Number(number) };
  } catch {
    return { code: 'unknown' };
  }
}

function textOf(note: number): string {
  const bytes = Buffer.alloc(NOTE_BYTES);
  return bytes.toString('utf8', 0, readSync(note, bytes));
}

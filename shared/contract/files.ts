// Asking what a file is, before anything is done with it.
import type { FoundFile } from '../domain/reading/inspection.ts';
import { noArgs } from './arguments.ts';
import { call, type Calls } from './call.ts';

/** What a file is, and what it is called; never where it lies. */
export interface InspectedUpload {
  fileName: string;
  found: FoundFile;
}

export const fileCalls = {
  /** `null` when the officer closed the file dialog. */
  'file.inspect': call<InspectedUpload | null>()(noArgs),
  /** Which file it was is known to the main process; the page names none. */
  'file.inspectDropped': call<InspectedUpload>()(noArgs),
  'file.inspectPasted': call<InspectedUpload>()(noArgs),
  /** The file inspected last, opened with a passphrase that the main process asks for. `null` when that was closed. */
  'file.inspectOpened': call<InspectedUpload | null>()(noArgs),
} satisfies Calls;

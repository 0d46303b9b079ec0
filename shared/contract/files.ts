// Asking what a file is, before anything is done with it.
import { z } from 'zod';
import type { FoundFile } from '../inspection.ts';
import { noArgs } from './arguments.ts';
import { call, type Calls } from './call.ts';

/** The preload script puts the path here; the page cannot name one. */
export const droppedFileSchema = z.strictObject({
  path: z.string().min(1, 'what was dropped is no file on this machine').max(4096),
});

/** What a file is, and what it is called; never where it lies. */
export interface InspectedUpload {
  fileName: string;
  found: FoundFile;
}

export const fileCalls = {
  /** `null` when the officer closed the file dialog. */
  'file.inspect': call<InspectedUpload | null>()(noArgs),
  'file.inspectDropped': call<InspectedUpload>()(droppedFileSchema),
  'file.inspectPasted': call<InspectedUpload>()(noArgs),
  /** The file inspected last, opened with a passphrase that the main process asks for. `null` when that was closed. */
  'file.inspectOpened': call<InspectedUpload | null>()(noArgs),
} satisfies Calls;

// Inspection for the command line: the same use case as in the window, without opening registry or keychain.
import type { FoundFile } from '../../shared/domain/reading/inspection.ts';
import type { FileSecrets } from '../acts/keys/file-secrets.ts';
import { inspection } from '../acts/exports/inspect.ts';
import { createReading } from '../reading/reading.ts';

import { systemClock } from './system.ts';

/** Overwrites `file` and `secrets`. */
export function inspectFileAlone(file: Uint8Array, secrets: FileSecrets): Promise<FoundFile> {
  return inspection({ reading: createReading(), clock: systemClock }, file, secrets);
}

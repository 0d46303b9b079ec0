// Inspection for the command line: the same use case as in the window, without opening registry or keychain.
import type { InspectedFile } from '../../shared/model/inspected-file.ts';
import type { FileSecrets } from '../core/use-cases/import.ts';
import { inspectFile } from '../core/use-cases/inspect.ts';
import { createKeyWorkshop } from '../crypto/workshop.ts';
import { systemClock } from './system.ts';

/** Overwrites `file` and `secrets`. */
export function inspectFileAlone(file: Uint8Array, secrets: FileSecrets): Promise<InspectedFile> {
  return inspectFile({ workshop: createKeyWorkshop(), clock: systemClock }, file, secrets);
}

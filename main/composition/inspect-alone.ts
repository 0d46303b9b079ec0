// Inspection, comparison and conversion for the command line: the same use cases as in the window, without opening registry or keychain.
import type { Comparison } from '../../shared/domain/reading/comparison.ts';
import type { FoundFile } from '../../shared/domain/reading/inspection.ts';
import { conversion, type ConvertArgs } from '../acts/exports/convert.ts';
import type { FileSecrets } from '../acts/keys/file-secrets.ts';
import { comparison, inspection } from '../acts/exports/inspect.ts';
import { createFormats } from '../formats/formats.ts';
import { createReading } from '../reading/reading.ts';

import { systemClock } from './system.ts';

/** Overwrites `file` and `secrets`. */
export function inspectFileAlone(file: Uint8Array, secrets: FileSecrets): Promise<FoundFile> {
  return inspection({ reading: createReading(), clock: systemClock }, file, secrets);
}

/** Overwrites both files, and what opens them. */
export function compareFilesAlone(
  first: Parameters<typeof comparison>[1],
  second: Parameters<typeof comparison>[2],
): Promise<Comparison> {
  return comparison({ reading: createReading(), clock: systemClock }, first, second);
}

/** Overwrites `file` and `secrets`. */
export function convertFileAlone(
  args: ConvertArgs,
  file: Uint8Array,
  secrets: FileSecrets,
): ReturnType<typeof conversion> {
  return conversion({ reading: createReading(), formats: createFormats() }, args, file, secrets);
}

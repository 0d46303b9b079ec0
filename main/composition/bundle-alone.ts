// A bundle for somebody to look at: opened as it is before a push, without opening registry or keychain.
import type { OpenedBundle } from '../../shared/domain/offline/courier.ts';
import { openBundle } from '../acts/offline/courier-files.ts';
import { createReading } from '../reading/reading.ts';
import { systemClock } from './system.ts';

/** Throws COURIER_FILE_REFUSED. */
export function openBundleAlone(text: string): Promise<OpenedBundle> {
  return openBundle({ reading: createReading(), clock: systemClock }, text);
}

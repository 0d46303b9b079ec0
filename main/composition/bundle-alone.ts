// A bundle for somebody to look at: opened as it is before a push, without opening registry or keychain.
import type { OpenedBundle } from '../../shared/domain/offline/courier.ts';
import { openBundle } from '../acts/offline/courier-files.ts';
import { createKeyWorkshop } from '../crypto/workshop.ts';
import { systemClock } from './system.ts';

/** Throws COURIER_FILE_REFUSED. */
export function openBundleAlone(text: string): Promise<OpenedBundle> {
  return openBundle({ workshop: createKeyWorkshop(), clock: systemClock }, text);
}

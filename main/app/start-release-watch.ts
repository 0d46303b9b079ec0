// The daily look for newer versions: its hours, and how the desktop tells of one.
import type { NativeWords } from '../../shared/words/words.ts';
import type { Custodian } from '../acts/custodian.ts';
import { systemClock as clock } from '../composition/system.ts';
import { noteOnDesktop } from './desktop-note.ts';
import type { DeskPreferences } from './preferences.ts';
import { createReleaseWatch } from './release-watch.ts';

/** Late enough that nothing of the start waits for it. */
const FIRST_MS = 2 * 60 * 1000;
const EVERY_MS = 60 * 60 * 1000;

/** Returns the function that ends it. */
export function startReleaseWatch(
  custodian: Pick<Custodian, 'status' | 'lookForRelease'>,
  preferences: DeskPreferences,
  words: () => NativeWords,
): () => void {
  const stop = new AbortController();
  const watch = createReleaseWatch({
    clock,
    memory: preferences,
    allowed: () => preferences.read().lookForReleases,
    isOpen: async () => (await custodian.status()).vault.condition === 'available',
    look: () => custodian.lookForRelease(stop.signal),
    tell: (version) => noteOnDesktop(words().newVersion(version)),
  });
  const look = (): void => void watch.look();
  const first = setTimeout(look, FIRST_MS);
  const timer = setInterval(look, EVERY_MS);
  return () => {
    clearTimeout(first);
    clearInterval(timer);
    stop.abort();
  };
}

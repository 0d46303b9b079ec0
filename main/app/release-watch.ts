// Where an officer allowed it: asks once a day, while the window is open, whether there is a newer version, and tells of each once.
import { Notification } from 'electron';
import type { Custodian } from '../acts/custodian.ts';
import type { PreferenceStore } from '../ipc/handlers.ts';
import type { NativeWords } from '../../shared/words/words.ts';

/** Late enough that nothing of the start waits for it. */
const FIRST_MS = 2 * 60 * 1000;
const EVERY_MS = 24 * 60 * 60 * 1000;

/** Returns the function that ends it. */
export function startReleaseWatch(
  custodian: Pick<Custodian, 'lookForRelease'>,
  preferences: Pick<PreferenceStore, 'read'>,
  words: () => NativeWords,
): () => void {
  const told = new Set<string>();
  const stop = new AbortController();

  async function look(): Promise<void> {
    const { version, standing } = await custodian.lookForRelease(stop.signal);
    if (standing === 'newer' && !told.has(version) && Notification.isSupported()) {
      told.add(version);
      const { title, body } = words().newVersion(version);
      new Notification({ title, body }).show();
    }
  }

  function lookIfAllowed(): void {
    if (preferences.read().lookForReleases) {
      // Without a network there is none; what is wrong with a document shows where the officer looks themselves.
      void look().catch(() => undefined);
    }
  }

  const first = setTimeout(lookIfAllowed, FIRST_MS);
  const timer = setInterval(lookIfAllowed, EVERY_MS);
  return () => {
    clearTimeout(first);
    clearInterval(timer);
    stop.abort();
  };
}

// While the window is open: looks at every published set now and then, and tells the person through the desktop when a key
// is published that should not be.
import type { PreferenceStore } from '../ipc/handlers.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { NativeWords } from '../../shared/words/words.ts';
import { noteOnDesktop } from './desktop-note.ts';
import { createDriftLook } from './drift-look.ts';

/** Late enough that nothing of the start waits for it. */
const FIRST_MS = 60 * 1000;
const EVERY_MS = 15 * 60 * 1000;

/** Returns the function that ends it. */
export function startDriftWatch(
  custodian: Pick<Custodian, 'status' | 'lookOverFleet' | 'lookFromOutside'>,
  preferences: Pick<PreferenceStore, 'read'>,
  words: () => NativeWords,
): () => void {
  const stop = new AbortController();
  const look = createDriftLook({
    custodian,
    words,
    tell: (note) => (preferences.read().remind ? noteOnDesktop(note) : undefined),
  });
  let looking = false;

  function lookUnlessBusy(): void {
    if (!looking && preferences.read().watch) {
      looking = true;
      // What went wrong is kept with each tenant; a look as a whole fails only when it is stopped.
      void look(stop.signal)
        .catch(() => undefined)
        .finally(() => {
          looking = false;
        });
    }
  }

  const first = setTimeout(lookUnlessBusy, FIRST_MS);
  const timer = setInterval(lookUnlessBusy, EVERY_MS);
  return () => {
    clearTimeout(first);
    clearInterval(timer);
    stop.abort();
  };
}

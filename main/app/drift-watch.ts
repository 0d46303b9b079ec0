// While the window is open: looks at every published set now and then, and tells the person through the desktop when a key
// is published that should not be. A locked keychain is left alone, since asking for it would open a prompt that nobody
// expects; the next look tries again.
import { Notification } from 'electron';
import { isAlarm } from '../../shared/domain/published-set/drift-report.ts';
import type { PreferenceStore } from '../ipc/handlers.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { NativeWords } from '../../shared/words/words.ts';

/** Late enough that nothing of the start waits for it. */
const FIRST_MS = 60 * 1000;
const EVERY_MS = 15 * 60 * 1000;

/** Returns the function that ends it. */
export function startDriftWatch(
  custodian: Pick<Custodian, 'status' | 'lookOverFleet'>,
  preferences: Pick<PreferenceStore, 'read'>,
  words: () => NativeWords,
): () => void {
  const told = new Set<string>();
  const stop = new AbortController();
  let looking = false;

  async function look(): Promise<void> {
    const { vault } = await custodian.status();
    if (vault.condition !== 'available') {
      return;
    }
    const reports = await custodian.lookOverFleet({}, { signal: stop.signal });
    for (const { tenant, findings } of reports) {
      const news = findings.filter(isAlarm).filter(({ kind, kid }) => !told.has(`${tenant} ${kind} ${kid}`));
      news.forEach(({ kind, kid }) => told.add(`${tenant} ${kind} ${kid}`));
      const [first] = news;
      if (first !== undefined && preferences.read().remind && Notification.isSupported()) {
        const { alarmAt, shared } = words();
        const { what, todo } = shared.drift[first.kind];
        new Notification({ title: alarmAt(tenant), body: `${first.kid} ${what}. ${todo}` }).show();
      }
    }
  }

  function lookUnlessBusy(): void {
    if (!looking && preferences.read().watch) {
      looking = true;
      // What went wrong is kept with each tenant; a look as a whole fails only when it is stopped.
      void look()
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

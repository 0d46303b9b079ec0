// While the window is open: erases what is due to be erased, looks whether the registry is still the sealed one, and tells the person through the desktop what has become
// due. A reminder is shown once for each thing, so nobody learns to close them unread.
import type { PreferenceStore } from '../ipc/handlers.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { NativeWords } from '../../shared/words/words.ts';
import { noteOnDesktop } from './desktop-note.ts';

const EVERY_MS = 60 * 60 * 1000;
/** The window comes first: the screen is drawn and the person has looked around. */
const FIRST_MS = 5000;

/** Returns the function that ends it. */
export function startReminders(
  custodian: Pick<Custodian, 'settle' | 'watchState' | 'dueEvents' | 'backupStatus'>,
  preferences: Pick<PreferenceStore, 'read'>,
  words: () => NativeWords,
): () => void {
  const told = new Set<string>();
  /** What is in no backup shows in tray and window all the time; a drill comes due once in months. */
  const remindOfDrill = (): void => {
    const { drillDueAt } = custodian.backupStatus();
    const isDue = drillDueAt !== null && Date.parse(drillDueAt) <= Date.now();
    if (isDue && !told.has(drillDueAt) && preferences.read().remind) {
      told.add(drillDueAt);
      const [body = ''] = words().shared.backupDue({ unsaved: 0, drill: true });
      noteOnDesktop({ title: words().tray.backup, body });
    }
  };
  const look = (): void => {
    // A locked keychain or a clock set back is no reason to disturb; the next look tries again.
    void custodian.settle().catch(() => undefined);
    // What is found wrong with the registry shows in the window's status.
    void custodian.watchState().catch(() => undefined);
    const overdue = custodian.dueEvents({ days: 0 }).filter(({ id }) => !told.has(id));
    for (const { id } of overdue) {
      told.add(id);
    }
    remindOfDrill();
    const [first] = overdue;
    if (first !== undefined && preferences.read().remind) {
      const more = overdue.length - 1;
      const { due, shared } = words();
      const { title, todo } = shared.forecast[first.kind];
      noteOnDesktop({ title: due.of(first.tenant, title), body: more === 0 ? todo : due.andMore(more) });
    }
  };
  const first = setTimeout(look, FIRST_MS);
  const timer = setInterval(look, EVERY_MS);
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}

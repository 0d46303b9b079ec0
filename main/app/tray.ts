// A sign in the desktop's tray: how much is due and whether there is an alarm, with the way to each. Desktops without a
// tray simply do not show it.
import { app, Menu, nativeImage, Tray } from 'electron';
import { isAlarm, isCompromised } from '../../shared/domain/published-set/drift-report.ts';
import { backupDue } from '../../shared/domain/backup/backup.ts';
import type { Instant } from '../../shared/domain/timing/instant.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { NativeWords } from '../../shared/words/words.ts';
import type { LockState } from './locking.ts';
import { trayItems, type TrayPlace } from './tray-items.ts';
import picture from './tray-icon.png?inline';

const EVERY_MS = 5 * 60 * 1000;
const PAUSE_MS = 3000;
/** In points; the image has twice as many pixels for dense screens. */
const SIZE = 22;

interface TrayOptions {
  custodian: Pick<Custodian, 'dueEvents' | 'listTenants' | 'backupStatus'>;
  words: () => NativeWords;
  show: () => void;
  /** Shows the window at one of its places. */
  open: (to: TrayPlace) => void;
  lockState: () => LockState;
  lockOrUnlock: () => void;
  /** What time it is. */
  now: () => Instant;
}

export interface DeskTray {
  refresh(): void;
  /** Reads again what is due, once for many changes in a row. */
  refreshSoon(): void;
  remove(): void;
}

export function createTray(options: TrayOptions): DeskTray {
  const { custodian, words, show, open, now, lockState, lockOrUnlock } = options;
  const tray = new Tray(nativeImage.createFromDataURL(picture).resize({ height: SIZE }));
  let waiting: NodeJS.Timeout | null = null;
  tray.on('click', show);

  function refresh(): void {
    const due = custodian.dueEvents({ days: 0 });
    const alarms = custodian.listTenants().filter(({ drift }) => drift?.findings.some(isAlarm) === true);
    const isLoudest = ({ drift }: (typeof alarms)[number]): boolean => drift?.findings.some(isCompromised) === true;
    const compromised = alarms.filter(isLoudest);
    const said = words();
    tray.setToolTip(said.tray.summary(due.length, alarms.length, compromised.length));
    const facts = {
      due,
      compromised: compromised.map(({ tenant }) => tenant.name),
      alarms: alarms.filter((one) => !isLoudest(one)).map(({ tenant }) => tenant.name),
      backup: backupDue(custodian.backupStatus(), now()),
      lock: lockState(),
    };
    tray.setContextMenu(
      Menu.buildFromTemplate(trayItems(facts, said, { show, open, lockOrUnlock, quit: () => app.quit() })),
    );
  }

  function refreshSoon(): void {
    waiting ??= setTimeout(() => {
      waiting = null;
      refresh();
    }, PAUSE_MS);
  }

  // Not at once: the window comes first.
  refreshSoon();
  const timer = setInterval(refresh, EVERY_MS);
  return {
    refresh,
    refreshSoon,
    remove() {
      clearInterval(timer);
      clearTimeout(waiting ?? undefined);
      tray.destroy();
    },
  };
}

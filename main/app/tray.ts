// A sign in the desktop's tray: how much is due and whether there is an alarm, with the way to each. Desktops without a
// tray simply do not show it.
import { app, Menu, nativeImage, Tray } from 'electron';
import { isAlarm, isCompromised } from '../../shared/domain/published-set/drift-report.ts';
import { backupDue } from '../../shared/domain/backup/backup.ts';
import type { Instant } from '../../shared/domain/timing/instant.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { NativeWords } from '../../shared/words/words.ts';
import picture from './tray-icon.png?inline';

/** So many due things are named, the rest is a number. */
const NAMED = 6;
const EVERY_MS = 5 * 60 * 1000;
const PAUSE_MS = 3000;
/** In points; the image has twice as many pixels for dense screens. */
const SIZE = 22;

interface TrayOptions {
  custodian: Pick<Custodian, 'dueEvents' | 'listTenants' | 'backupStatus'>;
  words: () => NativeWords;
  show: () => void;
  /** Shows the window at one of its places. */
  open: (to: 'due' | 'home' | 'backup') => void;
  /** What time it is. */
  now: () => Instant;
}

export interface DeskTray {
  refresh(): void;
  /** Reads again what is due, once for many changes in a row. */
  refreshSoon(): void;
  remove(): void;
}

export function createTray({ custodian, words, show, open, now }: TrayOptions): DeskTray {
  const tray = new Tray(nativeImage.createFromDataURL(picture).resize({ height: SIZE }));
  let waiting: NodeJS.Timeout | null = null;
  tray.on('click', show);

  function refresh(): void {
    const due = custodian.dueEvents({ days: 0 });
    const alarms = custodian.listTenants().filter(({ drift }) => drift?.findings.some(isAlarm) === true);
    const isLoudest = ({ drift }: (typeof alarms)[number]): boolean => drift?.findings.some(isCompromised) === true;
    const loudest = alarms.filter(isLoudest);
    const others = alarms.filter((one) => !isLoudest(one));
    const backup = backupDue(custodian.backupStatus(), now());
    const { alarmAt, compromisedAt, due: ofDue, shared, tray: says } = words();
    tray.setToolTip(says.summary(due.length, alarms.length, loudest.length));
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: says.open, click: show },
        { type: 'separator' },
        ...loudest.map(({ tenant }) => ({ label: compromisedAt(tenant.name), click: () => open('home') })),
        ...others.map(({ tenant }) => ({ label: alarmAt(tenant.name), click: () => open('home') })),
        ...due.slice(0, NAMED).map(({ tenant, kind }) => ({
          label: ofDue.of(tenant, shared.forecast[kind].title),
          click: () => open('due'),
        })),
        ...(due.length > NAMED ? [{ label: says.more(due.length - NAMED), click: () => open('due') }] : []),
        ...(backup === null ? [] : shared.backupDue(backup)).map((label) => ({ label, click: () => open('backup') })),
        ...(due.length + alarms.length === 0 && backup === null ? [{ label: says.nothing, enabled: false }] : []),
        { type: 'separator' },
        { label: says.backup, click: () => open('backup') },
        { label: says.quit, click: () => app.quit() },
      ]),
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

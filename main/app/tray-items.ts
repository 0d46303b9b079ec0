// What the sign in the tray offers: what is due and alarming with the way to each, and the lock.
import type { MenuItemConstructorOptions } from 'electron';
import type { backupDue } from '../../shared/domain/backup/backup.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { NativeWords } from '../../shared/words/words.ts';
import type { LockState } from './locking.ts';

/** So many due things are named, the rest is a number. */
const NAMED = 6;

export type TrayPlace = 'due' | 'home' | 'backup';

interface TrayFacts {
  due: ReturnType<Custodian['dueEvents']>;
  /** Names of tenants: with a compromised key that is still public, and with any other alarm. */
  compromised: readonly string[];
  alarms: readonly string[];
  backup: ReturnType<typeof backupDue>;
  lock: LockState;
}

interface TrayActs {
  show: () => void;
  open: (to: TrayPlace) => void;
  lockOrUnlock: () => void;
  quit: () => void;
}

export function trayItems(
  { due, compromised, alarms, backup, lock }: TrayFacts,
  { alarmAt, compromisedAt, due: ofDue, shared, tray: says }: NativeWords,
  { show, open, lockOrUnlock, quit }: TrayActs,
): MenuItemConstructorOptions[] {
  const isCalm = due.length + compromised.length + alarms.length === 0 && backup === null;
  return [
    { label: says.open, click: show },
    { type: 'separator' },
    ...compromised.map((tenant) => ({ label: compromisedAt(tenant), click: () => open('home') })),
    ...alarms.map((tenant) => ({ label: alarmAt(tenant), click: () => open('home') })),
    ...due.slice(0, NAMED).map(({ tenant, kind }) => ({
      label: ofDue.of(tenant, shared.forecast[kind].title),
      click: () => open('due'),
    })),
    ...(due.length > NAMED ? [{ label: says.more(due.length - NAMED), click: () => open('due') }] : []),
    ...(backup === null ? [] : shared.backupDue(backup)).map((label) => ({ label, click: () => open('backup') })),
    ...(isCalm ? [{ label: says.nothing, enabled: false }] : []),
    { type: 'separator' },
    ...(lock === 'none' ? [] : [{ label: lock === 'open' ? says.lock : says.unlock, click: lockOrUnlock }]),
    { label: says.backup, click: () => open('backup') },
    { label: says.quit, click: quit },
  ];
}

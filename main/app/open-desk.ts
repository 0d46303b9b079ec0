// Everything behind the window: custody, the answers to the page's calls, menu, tray, and what runs by itself.
import { app, type BrowserWindow, clipboard } from 'electron';
import type { Custodian } from '../acts/custodian.ts';
import { openCustodian } from '../composition/compose.ts';
import type { CustodyPlace } from '../composition/custody-place.ts';
import { systemClock } from '../composition/system.ts';
import { confirmedHandlers } from '../ipc/confirmation/confirmed-handlers.ts';
import { createHandlers } from '../ipc/handlers.ts';
import { type Answer, answer, type CallContext } from '../ipc/router.ts';
import { dialogWords } from '../../shared/words/words.ts';
import { createPublicClipboard } from './clipboard.ts';
import { createConfirmationWindow } from './confirmation-window.ts';
import { createDialogs } from './dialogs.ts';
import { startDriftWatch } from './drift-watch.ts';
import { type DroppedFiles, listenForDrops } from './dropped-files.ts';
import { emit } from './ipc.ts';
import { askBeforeLeaving } from './leaving.ts';
import { startLocking } from './locking.ts';
import { offerFieldMenu, setMenu } from './menu.ts';
import { createPasteGate, type PasteGate } from './paste-gate.ts';
import type { DeskPreferences } from './preferences.ts';
import { readNotices } from './notices.ts';
import { startReminders } from './reminders.ts';
import { startReleaseWatch } from './start-release-watch.ts';
import { createSystemProxy } from './system-proxy.ts';
import { createTray } from './tray.ts';
import { type NativeWords, nativeWords } from '../../shared/words/words.ts';

interface DeskOptions {
  window: BrowserWindow;
  distFolder: string;
  preferences: DeskPreferences;
  place: CustodyPlace;
  version: string;
}

interface Desk {
  answer: Answer;
  /** Brings the window to the front. */
  show(): void;
  /** Has the page look at a file that the desktop named; the page is not told where it lies. */
  open(file: string): void;
}

/** A call that the page did not make. */
const TOLD_NOBODY: CallContext = {
  progress: () => undefined,
  sending: () => undefined,
  signal: new AbortController().signal,
  cancel: () => undefined,
};

/** Throws REGISTRY_* codes when custody cannot be opened. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { window, place, preferences } = options;
  let notify: ((action: string) => void) | null = null;
  const opened = await openCustodian({
    folder: place.folder,
    custodyOf: place.custodyOf,
    door: 'window',
    changed: (action) => notify?.(action),
    resolver: createSystemProxy(),
  });
  const contents = window.webContents;
  const show = (): void => {
    if (window.isMinimized()) {
      window.restore();
    }
    window.show();
    window.focus();
  };
  const words = (): NativeWords => nativeWords(preferences.language());
  const locking = startLocking({
    window,
    folder: place.folder,
    custodian: opened.custodian,
    preferences,
    words,
    changed: () => tray.refresh(),
  });
  askBeforeLeaving(window, words, locking.isLocking);
  const tray = createTray({
    custodian: opened.custodian,
    words,
    now: () => systemClock.now().toISOString(),
    show,
    open: (to) => {
      show();
      emit(contents, 'navigate', { to });
    },
    lockState: locking.state,
    lockOrUnlock() {
      if (locking.state() === 'locked') {
        // The window that asks belongs to it.
        show();
      }
      void lockOrUnlock();
    },
  });
  notify = (action) => {
    emit(contents, 'changed', { action });
    tray.refreshSoon();
  };
  const pastes = createPasteGate(contents, systemClock, process.platform === 'darwin');
  const drops = listenForDrops(contents.session, contents, systemClock);
  const answering = answersOf(locking, options, { pastes, drops });
  async function lockOrUnlock(): Promise<void> {
    const { stage, locked } = await opened.custodian.vault.sealState();
    if (stage === 'none') {
      emit(contents, 'navigate', { to: 'settings' });
    } else if (locked) {
      await answering('vault.unlock', {}, TOLD_NOBODY);
      notify?.('vault.unlocked');
    } else {
      locking.lock();
    }
  }
  const showMenu = (): void => {
    setMenu(words(), {
      navigate: (to) => emit(contents, 'navigate', { to }),
      pasting: pastes.note,
      lockOrUnlock: () => void lockOrUnlock(),
    });
  };
  showMenu();
  offerFieldMenu(window, words, pastes.note);
  preferences.onLanguage(() => {
    showMenu();
    tray.refresh();
  });
  const endReminders = startReminders(opened.custodian, preferences, words);
  const endDriftWatch = startDriftWatch(opened.custodian, preferences, words);
  const endReleaseWatch = startReleaseWatch(opened.custodian, preferences, words);
  endWithWindow(() => {
    locking.end();
    endReminders();
    endDriftWatch();
    endReleaseWatch();
    tray.remove();
    return opened.close();
  });
  return {
    answer: answering,
    show,
    open(file) {
      drops.note(file);
      emit(contents, 'opened', {});
    },
  };
}

function answersOf(
  { custodian, onLock }: { custodian: Custodian; onLock: (forget: () => void) => void },
  { window, distFolder, preferences, version, place }: DeskOptions,
  given: { pastes: PasteGate; drops: DroppedFiles },
): Answer {
  const runtime = `Electron ${process.versions.electron}`;
  const confirmations = createConfirmationWindow({ parent: window, distFolder, preferences });
  const dialogs = createDialogs(window, distFolder, { preferences, ...given, confirmations });
  const desktop = { clipboard: createPublicClipboard(clipboard), notices: () => readNotices(distFolder) };
  const { folder: dataFolder, ...editions } = place;
  const facts = { version, runtime, dataFolder, ...editions };
  const handlers = confirmedHandlers({
    custodian,
    dialogs,
    words: () => dialogWords(preferences.language()),
    now: () => performance.now(),
    onLock,
    handlers: (acts, asking, kept) => createHandlers(acts, asking, preferences, desktop, facts, kept),
  });
  return (channel, args, context) => answer(handlers, channel, args, context);
}

function endWithWindow(close: () => Promise<void>): void {
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    void close().finally(() => app.exit(0));
  });
}

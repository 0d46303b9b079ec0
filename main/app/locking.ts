// The lock of the window: what it takes along besides the key. The page is drawn anew, so nothing that was typed stays, and what
// asks a person is closed.
import { app, type BrowserWindow, Notification, powerMonitor } from 'electron';
import { systemClock } from '../composition/system.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { NativeWords } from '../../shared/words/words.ts';
import { emit } from './ipc.ts';
import { createLockWatch } from './lock-watch.ts';
import type { DeskPreferences } from './preferences.ts';

interface Options {
  window: BrowserWindow;
  custodian: Custodian;
  preferences: Pick<DeskPreferences, 'read'>;
  words: () => NativeWords;
}

interface Locking {
  /** The same acts, of which the lock is the one of the window. */
  custodian: Custodian;
  lock(): void;
  /** What is called at every lock. */
  onLock(forget: () => void): void;
  /** Whether the page is being drawn anew for it. */
  isLocking(): boolean;
  end(): void;
}

const EVERY_MS = 1000;

export function startLocking({ window, custodian, preferences, words }: Options): Locking {
  const { webContents: contents } = window;
  let locking = false;
  let isOpen = false;
  const forgetting: (() => void)[] = [];

  function lock(): void {
    custodian.vault.lock();
    forgetting.forEach((forget) => forget());
    void custodian.vault.sealState().then(({ stage }) => (stage === 'none' ? undefined : drawAnew()), drawAnew);
  }

  function drawAnew(): void {
    window.getChildWindows().forEach((asking) => asking.close());
    locking = true;
    contents.once('did-finish-load', () => {
      locking = false;
    });
    contents.reload();
  }

  function warn(seconds: number | null): void {
    emit(contents, 'locking', { seconds });
    if (seconds !== null && !window.isFocused() && Notification.isSupported()) {
      const { title, body } = words().locking;
      new Notification({ title, body }).show();
    }
  }

  async function seeWhetherOpen(): Promise<void> {
    const { stage, locked } = await custodian.vault.sealState();
    isOpen = stage !== 'none' && !locked;
  }

  const watch = createLockWatch({
    clock: systemClock,
    machine: powerMonitor,
    lockAfter: () => preferences.read().lockAfterMinutes,
    isOpen: () => isOpen,
    lock,
    warn,
  });
  // Also the windows that ask.
  app.on('web-contents-created', (_event, made) => made.on('input-event', watch.used));
  contents.on('input-event', watch.used);
  const timer = setInterval(() => {
    watch.look();
    // What the keychain does not say now is as it was.
    void seeWhetherOpen().catch(() => undefined);
  }, EVERY_MS);
  return {
    custodian: { ...custodian, vault: { ...custodian.vault, lock } },
    lock,
    onLock: (forget) => void forgetting.push(forget),
    isLocking: () => locking,
    end: () => clearInterval(timer),
  };
}

// The lock of the window: what it takes along besides the key. The page is drawn anew, so nothing that was typed stays, and what
// asks a person is closed.
import { app, type BrowserWindow, powerMonitor } from 'electron';
import { answerLockRequest } from '../composition/lock-request.ts';
import { systemClock } from '../composition/system.ts';
import type { Custodian } from '../acts/custodian.ts';
import type { NativeWords } from '../../shared/words/words.ts';
import { noteOnDesktop } from './desktop-note.ts';
import { emit } from './ipc.ts';
import { createLockWatch } from './lock-watch.ts';
import type { DeskPreferences } from './preferences.ts';

/** `none`: there is no passphrase, and so nothing to lock. */
export type LockState = 'none' | 'open' | 'locked';

interface Options {
  window: BrowserWindow;
  /** Of the data, through which the command line asks. */
  folder: string;
  custodian: Custodian;
  preferences: Pick<DeskPreferences, 'read'>;
  words: () => NativeWords;
  /** Told when it is locked or unlocked, as it was seen. */
  changed: () => void;
}

interface Locking {
  /** The same acts, of which the lock is the one of the window. */
  custodian: Custodian;
  lock(): void;
  /** As it was seen last. */
  state(): LockState;
  /** What is called at every lock. */
  onLock(forget: () => void): void;
  /** Whether the page is being drawn anew for it. */
  isLocking(): boolean;
  end(): void;
}

const EVERY_MS = 1000;

export function startLocking({ window, folder, custodian, preferences, words, changed }: Options): Locking {
  const { webContents: contents } = window;
  let locking = false;
  let seen: LockState = 'none';
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
    if (seconds !== null && !window.isFocused()) {
      const { title, body } = words().locking;
      noteOnDesktop({ title, body });
    }
  }

  async function look(): Promise<LockState> {
    const { stage, locked } = await custodian.vault.sealState();
    const now = stage === 'none' ? 'none' : locked ? 'locked' : 'open';
    if (now !== seen) {
      seen = now;
      changed();
    }
    return now;
  }

  /** Answers whether it is locked now. Whatever the keychain says to it, the key is gone. */
  async function lockAsAsked(): Promise<boolean> {
    if ((await look().catch(() => null)) !== 'locked') {
      lock();
    }
    return (await look()) === 'locked';
  }

  const watch = createLockWatch({
    clock: systemClock,
    machine: powerMonitor,
    lockAfter: () => preferences.read().lockAfterMinutes,
    isOpen: () => seen === 'open',
    lock,
    warn,
  });
  // Also the windows that ask.
  app.on('web-contents-created', (_event, made) => made.on('input-event', watch.used));
  contents.on('input-event', watch.used);
  const timer = setInterval(() => {
    watch.look();
    // What the keychain does not say now is as it was.
    void look().catch(() => undefined);
    void answerLockRequest(folder, lockAsAsked).catch(() => undefined);
  }, EVERY_MS);
  return {
    custodian: { ...custodian, vault: { ...custodian.vault, lock } },
    lock,
    state: () => seen,
    onLock: (forget) => void forgetting.push(forget),
    isLocking: () => locking,
    end: () => clearInterval(timer),
  };
}

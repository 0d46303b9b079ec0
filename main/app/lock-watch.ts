// When the window locks by itself: nobody used it for the time that was chosen, the machine sleeps, or the system locks its
// screen. Whether fields are filled is no matter. Some time before the first of these it says so.
import type { Clock } from '../ports/clock.ts';

/** What tells of the machine; Electron's own in the program. */
export interface MachineEvents {
  /** `suspend` and, where the system tells, `lock-screen`. */
  on(event: 'suspend' | 'lock-screen', listener: () => void): void;
}

interface Options {
  clock: Clock;
  machine: MachineEvents;
  /** Minutes; 0 for never. */
  lockAfter: () => number;
  /** Whether there is something to lock. */
  isOpen: () => boolean;
  lock: () => void;
  /** Seconds until it locks; `null` when it was used again. */
  warn: (seconds: number | null) => void;
}

export interface LockWatch {
  /** Somebody used the window. */
  used(): void;
  /** To be called every now and then. */
  look(): void;
}

/** How long before it is said. */
const WARNED_SECONDS = 60;
/** In less than two minutes, half of the time. */
const warningFor = (minutes: number): number => Math.min(WARNED_SECONDS, minutes * 30);

export function createLockWatch({ clock, machine, lockAfter, isOpen, lock, warn }: Options): LockWatch {
  let usedAt = clock.now().getTime();
  let warned = false;
  const end = (): void => {
    if (warned) {
      warned = false;
      warn(null);
    }
  };
  const lockNow = (): void => {
    warned = false;
    if (isOpen()) {
      lock();
    }
  };
  machine.on('suspend', lockNow);
  machine.on('lock-screen', lockNow);
  return {
    used() {
      usedAt = clock.now().getTime();
      end();
    },
    look() {
      const minutes = lockAfter();
      const now = clock.now().getTime();
      // A clock that was set back counts from now.
      usedAt = Math.min(usedAt, now);
      if (!isOpen() || minutes === 0) {
        usedAt = isOpen() ? usedAt : now;
        return;
      }
      const left = Math.ceil(minutes * 60 - (now - usedAt) / 1000);
      if (left <= 0) {
        lockNow();
      } else if (left <= warningFor(minutes) && !warned) {
        warned = true;
        warn(left);
      }
    },
  };
}

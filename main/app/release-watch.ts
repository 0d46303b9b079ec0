// Where an officer allowed it: asks once a day, while the window is open, whether there is a newer version, and tells of each once.
// When it looked last is remembered, so that a program that is opened ten times a day does not ask ten times.
import type { ReleaseView } from '../../shared/domain/updates/release.ts';
import type { Clock } from '../ports/clock.ts';

/** Where the newest look is remembered. */
export interface LookMemory {
  lookedAt(): number | null;
  rememberLook(at: number): void;
}

interface Options {
  clock: Clock;
  memory: LookMemory;
  allowed: () => boolean;
  /** Whether the keychain answers unasked. The way out may want a password of it, and nobody expects a prompt now. */
  isOpen: () => Promise<boolean>;
  look: () => Promise<Pick<ReleaseView, 'version' | 'standing'>>;
  tell: (version: string) => void;
}

export interface ReleaseWatch {
  /** To be called every now and then. */
  look(): Promise<void>;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export function createReleaseWatch({ clock, memory, allowed, isOpen, look, tell }: Options): ReleaseWatch {
  const told = new Set<string>();

  function isDue(): boolean {
    const passed = clock.now().getTime() - (memory.lookedAt() ?? 0);
    // A clock that was set back holds nothing up for ever.
    return passed >= DAY_MS || passed < 0;
  }

  return {
    async look() {
      // When it is due is looked at last, at once before it is remembered.
      if (!allowed() || !(await isOpen().catch(() => false)) || !isDue()) {
        return;
      }
      memory.rememberLook(clock.now().getTime());
      // Without a network there is no answer; what is wrong with a document shows where the officer looks themselves.
      const found = await look().catch(() => null);
      if (found?.standing === 'newer' && !told.has(found.version)) {
        told.add(found.version);
        tell(found.version);
      }
    },
  };
}

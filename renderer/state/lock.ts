// Locking and unlocking from anywhere in the window: what the rail, the bar, the palette and the keys have in common.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { type Command, useCommand } from './commands.ts';
import { useCustodian } from './custodian.tsx';
import { useAppStatus } from './queries.ts';

interface Lock {
  /** `none`: there is no passphrase, and so nothing to lock. */
  state: 'none' | 'open' | 'locked';
  lock: () => Promise<void>;
  unlock: () => Promise<void>;
  unlocking: Command<'vault.unlock'>;
}

export function useLock(): Lock {
  const { data: status } = useAppStatus();
  const client = useQueryClient();
  const locking = useCommand('vault.lock');
  const unlocking = useCommand('vault.unlock');
  const { stage, locked } = status?.seal ?? { stage: 'none', locked: false };
  // What was refused while it was locked is asked for again.
  const refresh = () => client.invalidateQueries();
  return {
    state: stage === 'none' ? 'none' : locked ? 'locked' : 'open',
    async lock() {
      await locking.run({});
      await refresh();
    },
    async unlock() {
      const outcome = await unlocking.run({});
      if (outcome.done && outcome.result) {
        await refresh();
      }
    },
    unlocking,
  };
}

/** Ctrl+L locks, and asks for the passphrase when it is locked. */
export function useLockKey({ state, lock, unlock }: Lock): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'l') {
      event.preventDefault();
      void (state === 'locked' ? unlock() : lock());
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

/** In how many seconds it locks because nobody uses it; `null` while somebody does. */
export function useLocksSoon(): number | null {
  const custodian = useCustodian();
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => custodian.on('locking', (told) => setSeconds(told.seconds)), [custodian]);
  return seconds;
}

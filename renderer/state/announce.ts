// One polite live region for small outcomes that have no place of their own on the screen, such as “Copied”.
import { useEffect, useRef, useSyncExternalStore } from 'react';

let latest = '';
const listeners = new Set<() => void>();

export function announce(text: string): void {
  // The same words twice would not be read twice; a trailing no-break space makes them new.
  latest = text === latest ? `${text}\u00a0` : text;
  for (const listener of listeners) {
    listener();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAnnouncement(): string {
  return useSyncExternalStore(subscribe, () => latest);
}

/** Says the words once, at the moment when `now` becomes true while somebody is looking. */
export function useAnnouncedWhen(now: boolean, words: string): void {
  const before = useRef(now);
  useEffect(() => {
    if (now && !before.current) {
      announce(words);
    }
    before.current = now;
  }, [now, words]);
}

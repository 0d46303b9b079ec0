// The present, for relative times. It moves once a minute: enough for words such as “3 hours ago”.
import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

let now = Date.now();

function subscribe(listener: () => void): () => void {
  const timer = setInterval(() => {
    now = Date.now();
    listener();
  }, MINUTE_MS);
  return () => clearInterval(timer);
}

export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

// How many pixels a rem has. It follows the width of the window (base.css); asking the page at each drawing would make it
// work out its styles again each time.
import { useSyncExternalStore } from 'react';

let known: number | null = null;

function subscribe(onChange: () => void): () => void {
  const renew = () => {
    known = null;
    onChange();
  };
  window.addEventListener('resize', renew);
  return () => {
    // Nobody listens from here on, so what is known may grow old.
    known = null;
    window.removeEventListener('resize', renew);
  };
}

const read = (): number => (known ??= Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);

export const usePixelsOfRem = (): number => useSyncExternalStore(subscribe, read);

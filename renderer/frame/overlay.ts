// What lies over the screen: the palette or the list of shortcuts, one at a time, opened by key, button or native menu.
import { useEffect, useSyncExternalStore } from 'react';
import { useCustodian } from '../state/custodian.tsx';
import { begin } from '../state/intent.ts';
import { go } from '../state/route.ts';

export type Overlay = 'palette' | 'shortcuts';

let open: Overlay | null = null;
const listeners = new Set<() => void>();

function show(overlay: Overlay | null): void {
  open = overlay;
  for (const listener of listeners) {
    listener();
  }
}

/** Does nothing while a dialog is open: what it asks comes first. */
export function openOverlay(overlay: Overlay): void {
  if (document.querySelector('[role="dialog"]') === null) {
    show(overlay);
  }
}

export const closeOverlay = (): void => show(null);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useOverlay(): Overlay | null {
  return useSyncExternalStore(subscribe, () => open);
}

/** Ctrl or Cmd with K, `?`, and whatever the native menu asks for. */
export function useOverlayKeys(): void {
  const custodian = useCustodian();
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    const unsubscribe = custodian.on('navigate', ({ to }) => {
      if (to === 'palette' || to === 'shortcuts') {
        openOverlay(to);
      } else {
        closeOverlay();
        if (to === 'answer') {
          begin('approval.answer');
        } else {
          go({ screen: to });
        }
      }
    });
    return () => {
      window.removeEventListener('keydown', onKey);
      unsubscribe();
    };
  }, [custodian]);
}

function onKey(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    if (open === 'palette') {
      closeOverlay();
    } else {
      closeOverlay();
      openOverlay('palette');
    }
  } else if (event.key === '?' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
    event.preventDefault();
    openOverlay('shortcuts');
  }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

// What was typed and not handed in: whoever is about to go elsewhere is asked first. The address is put back while the
// question is open, so nothing on the screen is lost by it.
import { useEffect, useState, useSyncExternalStore } from 'react';

/** One for each form with something in it. */
const forms = new Set<symbol>();
/** The address of what is on the screen. */
let here = '';
/** The address to which somebody was going. */
let wanted: string | null = null;
const listeners = new Set<() => void>();

function want(address: string | null): void {
  wanted = address;
  listeners.forEach((listener) => listener());
}

/** Answers what to call once what was typed is handed in: before the form is drawn again, somebody may be led on. */
export function useUnsaved(isUnsaved: boolean): () => void {
  const [form] = useState(() => Symbol('form'));
  useEffect(() => {
    if (!isUnsaved) {
      return undefined;
    }
    forms.add(form);
    return () => void forms.delete(form);
  }, [form, isUnsaved]);
  return () => void forms.delete(form);
}

/**
 * Returns the function that ends it. Must listen before whoever follows the address: the browser fires an event of the window
 * in the order in which its listeners came, those that capture among the others.
 */
export function guardTheAddress(): () => void {
  here = window.location.hash;
  window.addEventListener('hashchange', onHashChange);
  return () => window.removeEventListener('hashchange', onHashChange);
}

function onHashChange(event: HashChangeEvent): void {
  const to = window.location.hash;
  if (forms.size === 0) {
    here = to;
    return;
  }
  event.stopImmediatePropagation();
  if (to !== here) {
    window.history.replaceState(null, '', here);
    want(to);
  }
}

/** Where somebody was going and is asked about; `null` while nobody is. */
export const useWantedAddress = (): string | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => wanted,
  );

export const stay = (): void => want(null);

export function leave(): void {
  const to = wanted;
  forms.clear();
  want(null);
  if (to !== null) {
    window.location.hash = to;
  }
}

// Keeps the focus somewhere. What had it may be gone (a dialog that closed, a card that moved to another lane) or closed (a
// push that is done); whoever works by keyboard or hears the page must not be sent back to its beginning. It then goes to
// what had it before the dialog, or to the heading of the section that it was in, or to that of the screen.
import { useEffect } from 'react';

interface Stop {
  element: HTMLElement;
  section: Element | null;
  /** Within something that lies over the page, and may go with it. */
  over: boolean;
}

const OVER = '[role="dialog"], [role="menu"], [role="listbox"]';

export function useFocusKeeper(): void {
  useEffect(() => {
    let last: Stop | null = null;
    let beneath: Stop | null = null;
    let waiting = false;

    function onFocus({ target }: FocusEvent) {
      if (target instanceof HTMLElement) {
        last = { element: target, section: target.closest('section'), over: target.closest(OVER) !== null };
        beneath = last.over ? beneath : last;
      }
    }
    // Who points somewhere else has let the focus go on purpose.
    function onPointer() {
      last = null;
    }
    function settle() {
      waiting = false;
      if (last === null || !isLost() || isAtWork(last.element)) {
        return;
      }
      refugeFrom(last, beneath)?.focus({ preventScroll: true });
    }
    const observer = new MutationObserver(() => {
      if (!waiting) {
        waiting = true;
        // The browser takes the focus from a closed button after it has drawn it.
        requestAnimationFrame(() => setTimeout(settle));
      }
    });

    document.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', onPointer, true);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPointer, true);
      observer.disconnect();
    };
  }, []);
}

const isUsable = (element: HTMLElement): boolean => element.isConnected && !element.matches(':disabled');

const isLost = (): boolean => {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.matches(':disabled');
};

/** A button that shows its work is closed for a moment only, and takes the focus back. */
const isAtWork = (element: HTMLElement): boolean => element.isConnected && element.matches('[data-loading="true"]');

function refugeFrom(last: Stop, beneath: Stop | null): HTMLElement | null {
  if (isUsable(last.element)) {
    return last.element;
  }
  const dialog = document.querySelector('[role="dialog"]');
  if (dialog !== null) {
    return headingOf(dialog);
  }
  const stop = last.over ? beneath : last;
  if (stop !== null && isUsable(stop.element)) {
    return stop.element;
  }
  const section = stop?.section?.isConnected === true ? headingOf(stop.section) : null;
  return section ?? document.querySelector<HTMLElement>('main h1');
}

function headingOf(place: Element): HTMLElement | null {
  const heading = place.querySelector<HTMLElement>('h2');
  heading?.setAttribute('tabindex', '-1');
  return heading;
}

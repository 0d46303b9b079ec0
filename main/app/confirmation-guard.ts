// When a yes in the confirmation window counts: once it has been seen. A click or a key that was meant for something else
// comes within the first half second, or was held down since before the window was there.
import type { BrowserWindow, Event, Input } from 'electron';

/** Milliseconds after the window is there and has the focus. */
const SEEN_AFTER_MS = 500;

export interface ConfirmationGuard {
  /** The window is about to be shown anew. */
  begin(): void;
  /** The window is hidden again. */
  end(): void;
  /** Whether a yes of this moment counts. */
  isArmed(): boolean;
}

/** `tell`: whenever that changes. */
export function guardConfirmation(window: BrowserWindow, tell: (armed: boolean) => void): ConfirmationGuard {
  let armed = false;
  let timer: NodeJS.Timeout | undefined;
  /** Keys that went down since the window was shown. */
  const down = new Set<string>();
  const set = (now: boolean): void => {
    clearTimeout(timer);
    armed = now;
    tell(now);
  };
  const disarm = (): void => set(false);
  const armSoon = (): void => {
    disarm();
    if (window.isVisible() && window.isFocused()) {
      timer = setTimeout(() => set(window.isVisible() && window.isFocused()), SEEN_AFTER_MS);
    }
  };
  window.on('show', armSoon);
  window.on('focus', armSoon);
  window.on('blur', disarm);
  window.webContents.on('before-input-event', (event: Event, { type, isAutoRepeat, code }: Input) => {
    // SECURITY: a key that is held down, or was down before, presses no button here.
    if (type === 'keyUp') {
      if (!down.delete(code)) {
        event.preventDefault();
      }
    } else if (code !== 'Escape' && (isAutoRepeat ? !isTyping(code) : !armed)) {
      event.preventDefault();
    } else {
      down.add(code);
    }
  });
  return {
    begin() {
      down.clear();
      disarm();
    },
    end() {
      down.clear();
      disarm();
    },
    isArmed: () => armed && window.isVisible() && window.isFocused(),
  };
}

/** A held letter, arrow or backspace may repeat in a field; what presses buttons may not. */
const isTyping = (code: string): boolean => !['Enter', 'NumpadEnter', 'Space'].includes(code);

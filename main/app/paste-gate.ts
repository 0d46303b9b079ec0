// SECURITY: the clipboard is read only when a person has just pasted, as this process saw it: by the keys, on
// their way to the page, or in the application menu. A page that was taken over can ask, and gets no answer.
import type { InputEvent, WebContents } from 'electron';
import { CustodianError } from '../../shared/errors.ts';
import type { Clock } from '../ports/clock.ts';
import { createGestureGate } from './gesture-gate.ts';

const KEPT_SECONDS = 5;

export interface PasteGate {
  /** A person chose to paste elsewhere than by the keys. */
  note(): void;
  /** Throws PASTE_NOT_SEEN unless a person pasted just now; once for each time. */
  spend(): void;
}

export function createPasteGate(contents: Pick<WebContents, 'on'>, clock: Clock, mac: boolean): PasteGate {
  const gate = createGestureGate(KEPT_SECONDS * 1000);
  const note = (): void => gate.noteGesture(clock.now().getTime());
  contents.on('input-event', (_, input) => {
    if (isPaste(input, mac)) {
      note();
    }
  });
  return {
    note,
    spend() {
      if (!gate.spend(clock.now().getTime())) {
        throw new CustodianError('PASTE_NOT_SEEN', { seconds: KEPT_SECONDS });
      }
    },
  };
}

/** Electron says of a key what its types leave out. */
type Pressed = Pick<InputEvent, 'type' | 'modifiers'> & { key?: string; code?: string };

export function isPaste({ type, modifiers = [], key = '', code }: Pressed, mac: boolean): boolean {
  const held = new Set<string>(modifiers);
  if ((type !== 'rawKeyDown' && type !== 'keyDown') || held.has('alt')) {
    return false;
  }
  // Where the letters are not Latin, the place of the key counts.
  const v = /^[a-z]$/iu.test(key) ? key.toLowerCase() === 'v' : code === 'KeyV';
  const byInsert = !mac && key === 'Insert' && held.has('shift') && !held.has('control');
  return byInsert || (v && held.has(mac ? 'meta' : 'control'));
}

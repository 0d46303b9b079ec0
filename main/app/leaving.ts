// Closing the window, or drawing the page anew, while the page says that something runs in it: a person decides. Without
// this the page's wish to stay would be followed silently, and the window would seem stuck.
import { type BrowserWindow, dialog } from 'electron';
import type { NativeWords } from '../../shared/words/words.ts';

/** `isLocking`: the page is drawn anew whatever runs in it. */
export function askBeforeLeaving(window: BrowserWindow, words: () => NativeWords, isLocking: () => boolean): void {
  window.webContents.on('will-prevent-unload', (event) => {
    if (isLocking()) {
      event.preventDefault();
      return;
    }
    const { message, detail, stay, leave } = words().leaving;
    const buttons = [stay, leave];
    const answer = dialog.showMessageBoxSync(window, {
      type: 'question',
      message,
      detail,
      buttons,
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (buttons[answer] === leave) {
      event.preventDefault();
    }
  });
}

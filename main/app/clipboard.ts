// Copies public text for the window, which has no permission of its own to touch the clipboard. What was copied goes
// away after a minute, unless the person has copied something else since: that is theirs.
import type { Clipboard } from 'electron';
import type { PublicClipboard } from '../ipc/handlers.ts';

const KEPT_MS = 60_000;

export function createPublicClipboard(clipboard: Pick<Clipboard, 'readText' | 'writeText' | 'clear'>): PublicClipboard {
  let timer: NodeJS.Timeout | undefined;

  async function forget(text: string): Promise<void> {
    if ((await clipboard.readText()) === text) {
      clipboard.clear();
    }
  }

  return {
    async copy(text) {
      clearTimeout(timer);
      // Older Electrons answer at once, newer ones with a promise; awaiting serves both.
      await clipboard.writeText(text);
      timer = setTimeout(() => {
        // A clipboard that cannot be read is left as it is.
        void forget(text).catch(() => undefined);
      }, KEPT_MS);
      timer.unref();
    },
  };
}

// The clipboard, for the window, which has no permission of its own to touch it: copies public text, and reads what a
// person wants to have inspected. What was copied goes
// away after a minute, unless the person has copied something else since: that is theirs.
import { Buffer } from 'node:buffer';
import type { Clipboard } from 'electron';
import { CustodianError } from '../../shared/errors.ts';
import { MAX_IMPORT_BYTES } from '../../shared/domain/limits.ts';
import type { ChosenFile } from '../ipc/dialogs.ts';
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

/** The text on the clipboard as a file of that name. Throws FILE_UNREADABLE and FILE_TOO_LARGE. */
export async function readPasted(clipboard: Pick<Clipboard, 'readText'>, name: string): Promise<ChosenFile> {
  const bytes = new Uint8Array(Buffer.from(await clipboard.readText(), 'utf8'));
  if (bytes.byteLength === 0) {
    throw new CustodianError('FILE_UNREADABLE', { file: name, problem: 'it holds no text' });
  }
  if (bytes.byteLength > MAX_IMPORT_BYTES) {
    throw new CustodianError('FILE_TOO_LARGE', { file: name, bytes: bytes.byteLength, limit: MAX_IMPORT_BYTES });
  }
  return { name, bytes };
}

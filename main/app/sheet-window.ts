// Hands the sheet of a share over to a person: to the printer, or into a file. It is drawn in a window that is never shown, has
// a session of its own in memory, runs no script, and is closed when the sheet was printed.
import { BrowserWindow, session } from 'electron';
import type { NativeWords } from '../../shared/words/words.ts';
import type { SheetToHandOver } from '../acts/backup/share-sheets.ts';
import { erasing, type Secret } from '../ports/secret.ts';
import { CONFINED } from './confined.ts';
import { showBox } from './message-box.ts';

interface HandingOver {
  of: number;
  words: Pick<NativeWords['dialog'], 'sheet' | 'cancel'>;
  /** `false` when the person closed the dialog. */
  save(name: string, bytes: Uint8Array): Promise<boolean>;
}

/** Asks until the sheet is printed or saved; `false` when the person does neither. */
export async function handOverSheet(
  window: BrowserWindow,
  { fileName, number, holder, page }: SheetToHandOver,
  { of, words, save }: HandingOver,
): Promise<boolean> {
  const { message, detail, print, saveIt, notPrinted } = words.sheet;
  for (let problem = ''; ;) {
    const response = await showBox(window, {
      type: 'question',
      title: message(number, of, holder),
      message: message(number, of, holder),
      detail: problem === '' ? detail : `${notPrinted} ${problem}`,
      buttons: [print, saveIt, words.cancel],
      defaultId: 0,
      cancelId: 2,
    });
    if (response === 2) {
      return false;
    }
    if (response === 1) {
      if (await saveSheet(page, (bytes) => save(fileName, bytes))) {
        return true;
      }
    } else {
      const { printed, why } = await printSheet(window, page);
      if (printed) {
        return true;
      }
      problem = why;
    }
  }
}

async function saveSheet(page: Secret, save: (bytes: Uint8Array) => Promise<boolean>): Promise<boolean> {
  using bytes = erasing(page.use((held) => Uint8Array.from(held)));
  return await save(bytes);
}

async function printSheet(parent: BrowserWindow, page: Secret): Promise<{ printed: boolean; why: string }> {
  // SECURITY: a session of its own, in memory, so that nothing of the sheet is kept or shared.
  const sheetSession = session.fromPartition('sheet', { cache: false });
  const window = new BrowserWindow({
    parent,
    show: false,
    webPreferences: { ...CONFINED, session: sheetSession, javascript: false },
  });
  try {
    const encoded = page.use((bytes) => Buffer.from(bytes).toString('base64'));
    await window.loadURL(`data:text/html;charset=utf-8;base64,${encoded}`);
    return await new Promise((resolve) => {
      window.webContents.print({ silent: false, printBackground: true }, (printed, why) => {
        resolve({ printed, why });
      });
    });
  } finally {
    window.destroy();
    await sheetSession.clearStorageData();
  }
}

// Hands the sheet of a share over to a person: to the printer, or into a file.
import type { BrowserWindow, WebContents } from 'electron';
import type { NativeWords } from '../../shared/words/words.ts';
import type { SheetToHandOver } from '../acts/backup/share-sheets.ts';
import { erasing, type Secret } from '../ports/secret.ts';
import { drawnAlone } from './drawn-alone.ts';
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

interface Printed {
  printed: boolean;
  why: string;
}

async function printSheet(parent: BrowserWindow, page: Secret): Promise<Printed> {
  using html = erasing(page.use((held) => Uint8Array.from(held)));
  return await drawnAlone(html, print, parent);
}

const print = (contents: WebContents): Promise<Printed> =>
  new Promise((resolve) => {
    contents.print({ silent: false, printBackground: true }, (printed, why) => resolve({ printed, why }));
  });

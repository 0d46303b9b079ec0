// Message boxes of the operating system. What they say may hold names from outside, so it is made fit to be shown here, once.
import { type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import { visible, visibleLines } from '../../shared/encoding/printable.ts';

type Question = Pick<MessageBoxOptions, 'type' | 'title' | 'message' | 'detail' | 'defaultId' | 'cancelId'> & {
  buttons: string[];
};

/** The number of the button that the person pressed. */
export async function showBox(window: BrowserWindow, question: Question): Promise<number> {
  const { message, detail, buttons } = question;
  const { response } = await dialog.showMessageBox(window, {
    ...question,
    message: visibleLines(message),
    ...(detail === undefined ? {} : { detail: visibleLines(detail) }),
    buttons: buttons.map(visible),
    noLink: true,
  });
  return response;
}

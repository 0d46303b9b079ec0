// Asks a person for a passphrase in a window of its own, so that it never enters the page that shows everything else.
import path from 'node:path';
import { BrowserWindow, ipcMain, type IpcMainInvokeEvent, session } from 'electron';
import { CONFINED } from './confined.ts';
import { hardenSession } from './hardening.ts';
import { isOurPage } from './ipc.ts';
import { APP_ORIGIN, APP_SCHEME, servePage } from './page-protocol.ts';

const CHANNEL = 'custodian-passphrase';
const MAX_LENGTH = 1024;

/** The passphrase of a file that has one: UTF-8 bytes that the caller overwrites, or `null` when the person closes the window. */
export const askPassphrase = (parent: BrowserWindow, distFolder: string, message: string): Promise<Uint8Array | null> =>
  ask(parent, distFolder, { message, isNew: false });

/** A passphrase for a file that is about to be made; the page has it typed twice. */
export const askNewPassphrase = (
  parent: BrowserWindow,
  distFolder: string,
  message: string,
): Promise<Uint8Array | null> => ask(parent, distFolder, { message, isNew: true });

function ask(
  parent: BrowserWindow,
  distFolder: string,
  { message, isNew }: { message: string; isNew: boolean },
): Promise<Uint8Array | null> {
  // SECURITY: a session of its own, in memory, so that the page shares nothing with the main window's.
  const pageSession = session.fromPartition('passphrase', { cache: false });
  hardenSession(pageSession);
  if (!pageSession.protocol.isProtocolHandled(APP_SCHEME)) {
    servePage(pageSession, path.join(distFolder, 'renderer'));
  }
  const window = new BrowserWindow({
    parent,
    modal: true,
    width: 460,
    height: isNew ? 440 : 300,
    resizable: false,
    minimizable: false,
    maximizable: false,
    show: false,
    title: 'Passphrase',
    autoHideMenuBar: true,
    webPreferences: { ...CONFINED, session: pageSession, preload: path.join(distFolder, 'passphrase.cjs') },
  });
  // SECURITY: a courtesy where the system honours it: the window stays out of screen recordings.
  window.setContentProtection(true);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/passphrase.html${isNew ? '?new' : ''}#${encodeURIComponent(message)}`);
  return new Promise((resolve) => {
    let answer: Uint8Array | null = null;
    ipcMain.handle(CHANNEL, (event: IpcMainInvokeEvent, text: unknown) => {
      if (!isOurPage(event, window.webContents) || typeof text !== 'string' || text.length > MAX_LENGTH) {
        throw new Error('refused');
      }
      answer = new TextEncoder().encode(text);
      window.close();
    });
    window.once('closed', () => {
      ipcMain.removeHandler(CHANNEL);
      resolve(answer);
    });
  });
}

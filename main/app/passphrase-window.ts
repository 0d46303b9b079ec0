// Asks a person for a passphrase, or for a secret that lets us in at a tenant, in a window of its own, so that it never
// enters the page that shows everything else.
import path from 'node:path';
import { BrowserWindow, ipcMain, type IpcMainInvokeEvent, session } from 'electron';
import { MAX_CREDENTIAL_BYTES, MAX_PASSPHRASE_BYTES } from '../../shared/limits.ts';
import { CONFINED } from './confined.ts';
import { hardenSession } from './hardening.ts';
import { isOurPage } from './ipc.ts';
import { APP_ORIGIN, APP_SCHEME, servePage } from './page-protocol.ts';

const CHANNEL = 'custodian-passphrase';

/** What the page says and takes. Its own words are those of a file that has a passphrase. */
interface Question {
  message: string;
  /** Typed twice, because a slip would lock the receiver out. */
  isNew: boolean;
  /** In UTF-16 units, as the page counts them. */
  maxLength: number;
  /** Of the window, in pixels. */
  height: number;
  words: Partial<Record<'heading' | 'label' | 'use' | 'submit', string>>;
}

type Ask = (parent: BrowserWindow, distFolder: string, message: string) => Promise<Uint8Array | null>;

/** The passphrase of a file that has one: UTF-8 bytes that the caller overwrites, or `null` when the person closes the window. */
export const askPassphrase: Ask = (parent, distFolder, message) =>
  ask(parent, distFolder, { message, isNew: false, maxLength: MAX_PASSPHRASE_BYTES, height: 300, words: {} });

/** A passphrase for a file that is about to be made; the page has it typed twice. */
export const askNewPassphrase: Ask = (parent, distFolder, message) =>
  ask(parent, distFolder, {
    message,
    isNew: true,
    maxLength: MAX_PASSPHRASE_BYTES,
    height: 440,
    words: {
      heading: 'A passphrase for this file',
      use: 'It protects the file, goes to the main process only, and is not kept: nobody can look it up later.',
      submit: 'Protect',
    },
  });

/** A client secret, a token or a password: how it is called, and for whom and where it is. */
export const askCredential = (
  parent: BrowserWindow,
  distFolder: string,
  { name, message }: { name: string; message: string },
): Promise<Uint8Array | null> =>
  ask(parent, distFolder, {
    message,
    isNew: false,
    maxLength: MAX_CREDENTIAL_BYTES,
    height: 360,
    words: {
      heading: name,
      label: name,
      use: 'It goes to the main process only, is kept in the keychain, and is never shown again.',
      submit: 'Keep it',
    },
  });

function ask(parent: BrowserWindow, distFolder: string, question: Question): Promise<Uint8Array | null> {
  const { isNew, maxLength, height, message, words } = question;
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
    height,
    resizable: false,
    minimizable: false,
    maximizable: false,
    show: false,
    title: words.heading ?? 'Passphrase',
    autoHideMenuBar: true,
    webPreferences: { ...CONFINED, session: pageSession, preload: path.join(distFolder, 'passphrase.cjs') },
  });
  // SECURITY: a courtesy where the system honours it: the window stays out of screen recordings.
  window.setContentProtection(true);
  window.once('ready-to-show', () => window.show());
  const told = new URLSearchParams({ message, maxLength: String(maxLength), ...words });
  void window.loadURL(`${APP_ORIGIN}/passphrase.html${isNew ? '?new' : ''}#${String(told)}`);
  return new Promise((resolve) => {
    let answer: Uint8Array | null = null;
    ipcMain.handle(CHANNEL, (event: IpcMainInvokeEvent, text: unknown) => {
      if (!isOurPage(event, window.webContents) || typeof text !== 'string' || text.length > maxLength) {
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

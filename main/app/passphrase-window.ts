// Asks a person for a passphrase, or for a secret that lets us in at a tenant, in a window of its own, so that it never
// enters the page that shows everything else.
import path from 'node:path';
import { BrowserWindow, ipcMain, type IpcMainInvokeEvent, session } from 'electron';
import type { Language } from '../../shared/language.ts';
import { MAX_CREDENTIAL_BYTES, MAX_PASSPHRASE_BYTES } from '../../shared/domain/limits.ts';
import { visible } from '../../shared/encoding/printable.ts';
import { CONFINED } from './confined.ts';
import { isOurPage } from './ipc.ts';
import { APP_SCHEME, pageAddress, servePage } from './page-protocol.ts';
import { type NativeWords, nativeWords } from '../../shared/words/words.ts';

const CHANNEL = 'custodian-passphrase';

/** The words of the page, by the places where they stand. It has none of its own. */
type Words = Record<'heading' | 'label' | 'use' | 'submit', string>;

interface Question {
  message: string;
  /** Typed twice, because a slip would lock the recipient out. */
  isNew: boolean;
  /** Seen while it is typed, in a field of several lines, and may come from a file instead. */
  lines?: boolean;
  /** In UTF-16 units, as the page counts them. */
  maxLength: number;
  /** Of what the window shows, in pixels: with a line more than the question has, for that of a second attempt. */
  height: number;
  words: Words;
}

/** Over which window, and in which language. */
export interface Asker {
  parent: BrowserWindow;
  distFolder: string;
  language: Language;
}

/** 32 words with their numbers, typed generously. */
const MAX_SHARE_LETTERS = 2000;

type Ask = (asker: Asker, message: string) => Promise<Uint8Array | null>;

/** Shorter ones are guessed by whoever gets the file. */
const LONG_ENOUGH = 12;

const wordsOf = ({ language }: Asker): NativeWords['secret'] => nativeWords(language).secret;

/** The passphrase of a file that has one: UTF-8 bytes that the caller overwrites, or `null` when the person closes the window. */
export const askPassphrase: Ask = (asker, message) => {
  const words = wordsOf(asker).passphrase;
  return ask(asker, { message, isNew: false, maxLength: MAX_PASSPHRASE_BYTES, height: 340, words });
};

/** A passphrase for a file that is about to be made; the page has it typed twice. */
export const askNewPassphrase: Ask = (asker, message) => {
  const words = wordsOf(asker).newPassphrase;
  return ask(asker, { message, isNew: true, maxLength: MAX_PASSPHRASE_BYTES, height: 440, words });
};

/** The vault passphrase. `again`: the last one was wrong. */
export function askVaultPassphrase(asker: Asker, again: boolean): Promise<Uint8Array | null> {
  const { vault } = wordsOf(asker);
  const message = again ? vault.wrong : vault.message;
  return ask(asker, { message, isNew: false, maxLength: MAX_PASSPHRASE_BYTES, height: 340, words: vault });
}

/** A new one; the page has it typed twice. */
export function askNewVaultPassphrase(asker: Asker): Promise<Uint8Array | null> {
  const words = wordsOf(asker).newVault;
  const { message } = words;
  return ask(asker, { message, isNew: true, maxLength: MAX_PASSPHRASE_BYTES, height: 480, words });
}
/** The words of a share; empty when the person rather chooses a file. */
export const askShare: Ask = (asker, message) => {
  const words = wordsOf(asker).share;
  return ask(asker, { message, isNew: false, lines: true, maxLength: MAX_SHARE_LETTERS, height: 460, words });
};

/** A client secret, a token or a password: how it is called, and for whom and where it is. */
export function askCredential(
  asker: Asker,
  { name, message }: { name: string; message: string },
): Promise<Uint8Array | null> {
  const words = wordsOf(asker).credential(name);
  return ask(asker, { message, isNew: false, maxLength: MAX_CREDENTIAL_BYTES, height: 360, words });
}

function ask(asker: Asker, question: Question): Promise<Uint8Array | null> {
  const { parent, distFolder, language } = asker;
  const { isNew, lines = false, maxLength, height, words } = question;
  // SECURITY: a session of its own, in memory, so that the page shares nothing with the main window's.
  const pageSession = session.fromPartition('passphrase', { cache: false });
  if (!pageSession.protocol.isProtocolHandled(APP_SCHEME)) {
    servePage(pageSession, path.join(distFolder, 'renderer'));
  }
  const window = new BrowserWindow({
    parent,
    modal: true,
    width: 460,
    height,
    useContentSize: true,
    resizable: false,
    minimizable: false,
    maximizable: false,
    show: false,
    title: words.heading,
    autoHideMenuBar: true,
    webPreferences: { ...CONFINED, session: pageSession, preload: path.join(distFolder, 'passphrase.cjs') },
  });
  // SECURITY: a courtesy where the system honours it: the window stays out of screen recordings.
  window.setContentProtection(true);
  window.once('ready-to-show', () => window.show());
  const told = String(new URLSearchParams(toldToPage(question, wordsOf(asker))));
  void window.loadURL(
    `${pageAddress('passphrase.html', language)}${isNew ? '&new' : ''}${lines ? '&lines' : ''}#${told}`,
  );
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

function toldToPage(
  { message, maxLength, words }: Question,
  { again, cancel, empty, differ, short, fromFile }: NativeWords['secret'],
): Record<string, string> {
  const { heading, label, use, submit } = words;
  return {
    heading,
    label,
    use,
    submit,
    message: visible(message),
    again,
    cancel,
    fromFile,
    empty: empty(words.label),
    differ,
    short: short(LONG_ENOUGH),
    enough: String(LONG_ENOUGH),
    maxLength: String(maxLength),
  };
}

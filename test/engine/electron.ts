// Stands where the program's own code asks for `electron`, over another engine: its windows are pages of a Chromium that is
// driven, with the very preload scripts, addresses, policies and calls of the product. What belongs to the desktop around the
// windows (menus, tray, notifications) does nothing here; the tests in the window try it in Electron itself.
import { EventEmitter } from 'node:events';
import path from 'node:path';
import { browserWindows } from './pages.ts';

export { BrowserWindow, session } from './pages.ts';
export { ipcMain } from './calls.ts';

/** The program's folder. */
const ROOT = path.resolve(import.meta.dirname, '../..');
const AREA = { x: 0, y: 0, width: 1280, height: 820 };
const nowhere = (): undefined => undefined;

const events = new EventEmitter();
export const app = Object.assign(events, {
  isPackaged: true,
  name: 'Key Custodian',
  getAppPath: () => ROOT,
  getPreferredSystemLanguages: () => ['en'],
  quit: () => browserWindows().forEach((window) => window.destroy()),
  exit: (code: number) => void events.emit('exited', code),
});

/** Closed without an answer, until somebody takes the place of these, as build/officer.mjs does. */
export const dialog = {
  showOpenDialog: async () => ({ canceled: true, filePaths: [] as string[] }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showMessageBox: async ({ cancelId = 0 }: { cancelId?: number }) => ({ response: cancelId }),
  showMessageBoxSync: () => 0,
  showErrorBox(title: string, content: string) {
    throw new Error(`${title}: ${content}`);
  },
};

let copied = '';
export const clipboard = {
  readText: () => copied,
  writeText(text: string) {
    copied = text;
  },
  clear() {
    copied = '';
  },
};

export class Menu extends EventEmitter {
  static readonly setApplicationMenu = nowhere;
  static readonly buildFromTemplate = (): Menu => new Menu();
  readonly popup = nowhere;
}

export class Tray extends EventEmitter {
  readonly setToolTip = nowhere;
  readonly setContextMenu = nowhere;
  readonly destroy = nowhere;
}

export class Notification {
  static readonly isSupported = (): boolean => false;
  readonly show = nowhere;
}

export const nativeImage = { createFromDataURL: () => ({ resize: () => ({}) }) };
export const nativeTheme = { shouldUseDarkColors: false, themeSource: 'system' };
export const powerMonitor = new EventEmitter();
export const screen = {
  getPrimaryDisplay: () => ({ workArea: AREA }),
  getDisplayMatching: () => ({ workArea: AREA }),
};
export const shell = { openPath: async () => '' };
export const systemPreferences = { canPromptTouchID: () => false, promptTouchID: async () => undefined };

// The one window.
import path from 'node:path';
import { app, BrowserWindow, nativeTheme, session, type WebContents } from 'electron';
import { hardenSession } from './hardening.ts';
import { APP_ORIGIN, servePage } from './page-protocol.ts';

const MIN = { width: 960, height: 640 };
const BACKGROUND = { light: '#f6f8f9', dark: '#14191c' };

export function openWindow(distFolder: string): { window: BrowserWindow; contents: WebContents } {
  // SECURITY: an in-memory session of its own: no cache, no cookies, nothing of a page left on disk.
  const pageSession = session.fromPartition('custodian', { cache: false });
  hardenSession(pageSession);
  servePage(pageSession, path.join(distFolder, 'renderer'));
  const window = new BrowserWindow({
    width: 1280,
    height: 820,
    minWidth: MIN.width,
    minHeight: MIN.height,
    show: false,
    title: 'Key Custodian',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      session: pageSession,
      preload: path.join(distFolder, 'preload.cjs'),
      // SECURITY: stated although they are the defaults, so that a change of default cannot weaken us.
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // SECURITY: developer tools exist in a checkout only.
      devTools: !app.isPackaged,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/`);
  return { window, contents: window.webContents };
}

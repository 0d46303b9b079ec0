// The one window. It is made hidden, and shown by whoever knows that there is something to show.
import path from 'node:path';
import { BrowserWindow, nativeTheme, type Rectangle, screen, session } from 'electron';
import { CONFINED } from './confined.ts';
import { pageAddress, servePage } from './page-protocol.ts';
import type { DeskPreferences } from './preferences.ts';

const MIN = { width: 960, height: 640 };
const BACKGROUND = { light: '#f6f8f9', dark: '#14191c' };

/** Where the window was last time, unless that screen is gone. */
function place(bounds: Rectangle | null): Partial<Rectangle> {
  const { workArea } = bounds === null ? screen.getPrimaryDisplay() : screen.getDisplayMatching(bounds);
  const seen =
    bounds !== null &&
    bounds.x < workArea.x + workArea.width &&
    bounds.x + bounds.width > workArea.x &&
    bounds.y >= workArea.y &&
    bounds.y < workArea.y + workArea.height;
  return seen ? bounds : { width: Math.min(1280, workArea.width), height: Math.min(820, workArea.height) };
}

/** `drawn`: the page has something to show. */
export function openWindow(
  distFolder: string,
  preferences: DeskPreferences,
): { window: BrowserWindow; drawn: Promise<void> } {
  // SECURITY: a session of its own without a cache. It is not kept in memory alone, because only then does the browser
  // process answer for dropped files (dropped-files.ts); what a page may leave behind is removed at the next start.
  const pageSession = session.fromPartition('persist:custodian', { cache: false });
  servePage(pageSession, path.join(distFolder, 'renderer'));
  const window = new BrowserWindow({
    ...place(preferences.bounds()),
    minWidth: MIN.width,
    minHeight: MIN.height,
    show: false,
    title: 'Key Custodian',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      ...CONFINED,
      session: pageSession,
      preload: path.join(distFolder, 'preload.cjs'),
    },
  });
  const drawn = new Promise<void>((resolve) => window.once('ready-to-show', resolve));
  window.on('close', () => preferences.rememberBounds(window.getNormalBounds()));
  const { webContents: contents } = window;
  void contents.loadURL(pageAddress('', preferences.language()));
  preferences.onLanguage((language) => {
    // Where the officer is stands in the hash, and stays.
    const { hash } = new URL(contents.getURL());
    void contents.loadURL(`${pageAddress('', language)}${hash}`);
  });
  return { window, drawn };
}

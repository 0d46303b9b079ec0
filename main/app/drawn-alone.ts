// A page of ours in a window that nobody sees, to be printed on paper or into a file. It may hold a share, so nothing runs in it, no
// request leaves it, and it lies in no address and in no session that anything else has.
import { randomUUID } from 'node:crypto';
import { BrowserWindow, session, type WebContents } from 'electron';
import { CONFINED } from './confined.ts';
import { APP_ORIGIN, APP_SCHEME } from './page-protocol.ts';

/** `html`: UTF-8, with everything it shows in itself. `parent`: over which what the system asks is shown. */
export async function drawnAlone<T>(
  html: Uint8Array,
  use: (contents: WebContents) => Promise<T>,
  parent?: BrowserWindow,
): Promise<T> {
  // SECURITY: a session of its own, in memory; nothing runs in the page, and no request leaves it.
  const alone = session.fromPartition(`alone-${randomUUID()}`, { cache: false });
  const address = `${APP_ORIGIN}/printed.html`;
  alone.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== address }));
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  alone.protocol.handle(APP_SCHEME, () => new Response(Uint8Array.from(html), { headers }));
  const window = new BrowserWindow({
    ...(parent && { parent }),
    show: false,
    webPreferences: { ...CONFINED, devTools: false, javascript: false, session: alone },
  });
  try {
    await window.loadURL(address);
    return await use(window.webContents);
  } finally {
    window.destroy();
    await alone.clearStorageData();
  }
}

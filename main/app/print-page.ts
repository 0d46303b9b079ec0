// A page of ours as it prints (PDF), drawn in a window that nobody sees.
import { randomUUID } from 'node:crypto';
import { BrowserWindow, session } from 'electron';
import { CONFINED } from './confined.ts';
import { APP_ORIGIN, APP_SCHEME } from './page-protocol.ts';

/** `html`: UTF-8, with everything it shows in itself. */
export async function printedPage(html: Uint8Array): Promise<Uint8Array> {
  // SECURITY: a session of its own, in memory; nothing runs in the page, and no request leaves it.
  const alone = session.fromPartition(`print-${randomUUID()}`, { cache: false });
  const address = `${APP_ORIGIN}/printed.html`;
  alone.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== address }));
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  alone.protocol.handle(APP_SCHEME, () => new Response(Uint8Array.from(html), { headers }));
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...CONFINED, devTools: false, javascript: false, session: alone },
  });
  try {
    await window.loadURL(address);
    return await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
    });
  } finally {
    window.destroy();
  }
}

// The parts of Electron's security checklist that apply to every web contents there will ever be. The per-window
// parts are in window.ts, the page's policy in page-protocol.ts, the check of senders in ipc.ts.
import type { App, Session } from 'electron';

const CLIPBOARD_WRITE = 'clipboard-sanitized-write';

export function hardenApp(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    // SECURITY: nothing navigates, whether by script, link, frame or redirect.
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    // SECURITY: no further windows, no embedded pages.
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

export function hardenSession(session: Session): void {
  // SECURITY: one permission is granted, writing plain text to the clipboard on a click (kids, fingerprints, public
  // files). All others are refused: reading the clipboard, camera, devices, notifications of pages …
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(permission === CLIPBOARD_WRITE));
  session.setPermissionCheckHandler((_contents, permission) => permission === CLIPBOARD_WRITE);
  session.setDevicePermissionHandler(() => false);
  // SECURITY: files leave through the save dialog of the main process only.
  session.on('will-download', (event) => event.preventDefault());
}

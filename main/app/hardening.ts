// The parts of Electron's security checklist that apply to every web contents and session there will ever be. The
// per-window parts are in window.ts, the page's policy in page-protocol.ts, the check of senders in ipc.ts, and what keeps
// it all off the network in silence.ts.
import type { App, Session } from 'electron';

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
  app.on('session-created', hardenSession);
}

function hardenSession(session: Session): void {
  // SECURITY: no permission is granted: clipboard, camera, devices, notifications of pages … Public text is copied by
  // the main process (clipboard.ts).
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // SECURITY: files leave through the save dialog of the main process only.
  session.on('will-download', (event) => event.preventDefault());
}

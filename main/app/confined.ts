// The web preferences of every window. Stated although most are defaults, so that a change of default cannot weaken us.
import { app, type WebPreferences } from 'electron';

// SECURITY: sandboxed, isolated, no Node, no embedded pages, nothing insecure; developer tools in a checkout only.
export const CONFINED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  devTools: !app.isPackaged,
  spellcheck: false,
} as const satisfies WebPreferences;

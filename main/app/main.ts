// The desktop program. Order matters here: hardening and the scheme come before `ready`, the lock before any file is
// opened, and the window last.
import path from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';
import packageJson from '../../package.json' with { type: 'json' };
import { defaultDataFolder } from '../composition/data-folder.ts';
import { dataFolderFrom } from './command-line.ts';
import { hardenApp } from './hardening.ts';
import { APP_SCHEME } from './page-protocol.ts';
import { startDesk } from './start-desk.ts';

// SECURITY: every connection states that certificates are checked (main/network); nothing is left to be told otherwise.
delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];

const dataFolder = dataFolderFrom(process.argv) ?? defaultDataFolder();
app.setName('Key Custodian');
app.setPath('userData', path.join(dataFolder, 'electron'));

// SECURITY: every renderer is sandboxed by the operating system, whatever a window asks for.
app.enableSandbox();
// SECURITY: the page lives under its own standard, secure scheme; file:// is never used.
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
hardenApp(app);

// One program for each data folder: the second one brings the first to the front.
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window?.isMinimized() === true) {
      window.restore();
    }
    window?.focus();
  });
  void app.whenReady().then(() => startDesk({ dataFolder, version: packageJson.version }));
} else {
  app.quit();
}

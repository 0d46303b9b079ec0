// The desktop program. Order matters here: hardening and the scheme come before `ready`, the lock before any file is
// opened, and the window last.
import path from 'node:path';
import { app, BrowserWindow, dialog, protocol } from 'electron';
import packageJson from '../../package.json' with { type: 'json' };
import { toWireError } from '../../shared/errors.ts';
import { preferredLanguage } from '../../shared/language.ts';
import { chooseCustody, type CustodyPlace } from '../composition/custody-place.ts';
import { dataFolderFrom, isForProduct } from './command-line.ts';
import { hardenApp } from './hardening.ts';
import { APP_SCHEME } from './page-protocol.ts';
import { startDesk } from './start-desk.ts';
import { nativeWords } from './words/words.ts';

// SECURITY: every connection states that certificates are checked (main/network); nothing is left to be told otherwise.
delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];

app.setName('Key Custodian');

// SECURITY: every renderer is sandboxed by the operating system, whatever a window asks for.
app.enableSandbox();
// SECURITY: the page lives under its own standard, secure scheme; file:// is never used.
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
hardenApp(app);

let place: CustodyPlace | null = null;
try {
  const argv = process.argv;
  place = chooseCustody({ program: app.getAppPath(), dataDir: dataFolderFrom(argv), product: isForProduct(argv) });
} catch (error) {
  void app.whenReady().then(() => refuse(error));
}
if (place !== null) {
  start(place);
}

function start(chosen: CustodyPlace): void {
  app.setPath('userData', path.join(chosen.folder, 'electron'));
  // One program for each data folder: the second one brings the first to the front.
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on('second-instance', () => {
    // Those that ask have a parent.
    const window = BrowserWindow.getAllWindows().find((one) => one.getParentWindow() === null);
    if (window?.isMinimized() === true) {
      window.restore();
    }
    window?.focus();
  });
  void app.whenReady().then(() => startDesk({ place: chosen, version: packageJson.version }));
}

/** Nothing was opened, not even the preferences: the system's language has to do. */
function refuse(error: unknown): void {
  const words = nativeWords(preferredLanguage(app.getPreferredSystemLanguages()));
  const { message, advice } = words.shared.error(toWireError(error));
  // In the terminal that it was started from, too: the box waits for a person.
  process.stderr.write(`${message}\n${advice}\n`);
  dialog.showErrorBox(words.cannotStart, `${message}\n\n${advice}`);
  app.exit(1);
}

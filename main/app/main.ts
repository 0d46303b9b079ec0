// The desktop program. Order matters here: hardening and the scheme come before `ready`, the lock before any file is
// opened, and the window last.
import path from 'node:path';
import { app, BrowserWindow, dialog, Menu, protocol } from 'electron';
import packageJson from '../../package.json' with { type: 'json' };
import { toWireError } from '../../shared/errors.ts';
import { preferredLanguage } from '../../shared/language.ts';
import { visible } from '../../shared/encoding/printable.ts';
import { chooseCustody, type CustodyPlace } from '../composition/custody-place.ts';
import { dataFolderFrom, fileFrom, isForProduct } from './command-line.ts';
import { createOpening } from './opening.ts';
import { hardenApp } from './hardening.ts';
import { emptyPageFolder } from './page-folder.ts';
import { APP_SCHEME } from './page-protocol.ts';
import { silenceChromium, silenceContents } from './silence.ts';
import { startDesk } from './start-desk.ts';
import { firstForeignSwitch } from './switches.ts';
import type { NativeWords } from '../../shared/words/words.ts';

// SECURITY: every connection states that certificates are checked (main/network); nothing is left to be told otherwise.
delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];

const foreign = app.isPackaged ? firstForeignSwitch(process.argv.slice(1), process.platform) : null;
if (foreign === null) {
  begin();
} else {
  void refuseSwitch(foreign);
}

function begin(): void {
  app.setName('Key Custodian');
  // Windows groups windows and notifications by it; the installer gives its shortcut the same (electron-builder.yml, appId).
  app.setAppUserModelId('example.keycustodian.app');
  app.setAboutPanelOptions({ applicationName: 'Key Custodian', applicationVersion: packageJson.version });

  // SECURITY: every renderer is sandboxed by the operating system, whatever a window asks for.
  app.enableSandbox();
  // SECURITY: the page lives under its own standard, secure scheme; file:// is never used.
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  // Ours comes with its words (menu.ts). Unless there is a say before `ready`, Electron makes one of its own first.
  Menu.setApplicationMenu(null);
  hardenApp(app);
  silenceChromium(app.commandLine);
  silenceContents(app);

  try {
    const argv = process.argv;
    start(chooseCustody({ program: app.getAppPath(), dataDir: dataFolderFrom(argv), product: isForProduct(argv) }));
  } catch (error) {
    void app.whenReady().then(() => refuse(error));
  }
}

function start(chosen: CustodyPlace): void {
  const electronFolder = path.join(chosen.folder, 'electron');
  app.setPath('userData', electronFolder);
  // One program for each data folder: the second one brings the first to the front.
  const file = fileFrom(process.argv, app.getAppPath());
  if (!app.requestSingleInstanceLock({ file })) {
    app.quit();
    return;
  }
  const opening = createOpening(file);
  app.setPath('sessionData', emptyPageFolder(electronFolder));
  // macOS tells it in words of its own.
  app.on('open-file', (event, given) => {
    event.preventDefault();
    opening.open(given);
  });
  app.on('second-instance', (_event, _argv, _folder, told) => {
    opening.open(fileOf(told));
    // Those that ask have a parent.
    const window = BrowserWindow.getAllWindows().find((one) => one.getParentWindow() === null);
    if (window?.isMinimized() === true) {
      window.restore();
    }
    window?.focus();
  });
  void app.whenReady().then(() => startDesk({ place: chosen, version: packageJson.version, opening }));
}

/** What a second start says of itself: it may be another version, or another program of this account. */
function fileOf(told: unknown): string | null {
  const file: unknown = typeof told === 'object' && told !== null && 'file' in told ? told.file : null;
  return typeof file === 'string' ? file : null;
}

/** Before `ready`, because a debugger listens from then on: loading waits for nothing outside this thread. */
async function refuseSwitch(given: string): Promise<never> {
  const words = await systemWords();
  const { message, advice } = words.foreignSwitch(visible(given));
  process.stderr.write(`${message}\n${advice}\n`);
  if (process.platform !== 'linux') {
    // There it would only say the same once more on the terminal.
    dialog.showErrorBox(words.cannotStart, `${message}\n\n${advice}`);
  }
  process.exit(1);
}

/**
 * Nothing was opened, not even the preferences: the system's language has to do. A start that goes well needs none of these
 * words before it shows its window.
 */
async function systemWords(): Promise<NativeWords> {
  const { nativeWords } = await import('../../shared/words/words.ts');
  return nativeWords(preferredLanguage(app.getPreferredSystemLanguages()));
}

async function refuse(error: unknown): Promise<void> {
  const words = await systemWords();
  const { message, advice } = words.shared.error(toWireError(error));
  // In the terminal that it was started from, too: the box waits for a person.
  process.stderr.write(`${message}\n${advice}\n`);
  dialog.showErrorBox(words.cannotStart, `${message}\n\n${advice}`);
  app.exit(1);
}

// The desktop program. Order matters here: hardening and the scheme come before `ready`, the lock before any file is
// opened, and the window last.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';
import packageJson from '../../package.json' with { type: 'json' };
import { defaultDataFolder } from '../composition/data-folder.ts';
import { dataFolderFrom } from './command-line.ts';
import { hardenApp } from './hardening.ts';
import { APP_SCHEME } from './page-protocol.ts';
import { silenceChromium, silenceContents } from './silence.ts';
import { startDesk } from './start-desk.ts';
import { firstForeignSwitch } from './switches.ts';

const foreign = app.isPackaged ? firstForeignSwitch(process.argv.slice(1), process.platform) : null;
if (foreign !== null) {
  process.stderr.write(
    `Key Custodian does not take ${JSON.stringify(foreign)}: it could open the window to other programs. Start it without.\n`,
  );
  process.exit(1);
}

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
silenceChromium(app.commandLine);
silenceContents(app);

// One program for each data folder: the second one brings the first to the front.
if (app.requestSingleInstanceLock()) {
  const pages = path.join(dataFolder, 'electron', 'pages');
  rmSync(pages, { recursive: true, force: true });
  app.setPath('sessionData', pages);
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

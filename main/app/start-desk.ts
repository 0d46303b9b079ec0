// Opens custody, then the window over it. When custody cannot be opened the person is told why, and nothing starts.
import path from 'node:path';
import { app, clipboard, dialog, nativeTheme } from 'electron';
import { toWireError } from '../../shared/errors.ts';
import { openCustodian } from '../composition/compose.ts';
import { createHandlers } from '../ipc/handlers.ts';
import { createPublicClipboard } from './clipboard.ts';
import { createDialogs } from './dialogs.ts';
import { startDriftWatch } from './drift-watch.ts';
import { bindIpc, emit } from './ipc.ts';
import { setMenu } from './menu.ts';
import { openPreferences } from './preferences.ts';
import { startReminders } from './reminders.ts';
import { createTray } from './tray.ts';
import { openWindow } from './window.ts';
import { type NativeWords, nativeWords } from './words/words.ts';

interface DeskOptions {
  dataFolder: string;
  version: string;
}

export async function startDesk({ dataFolder, version }: DeskOptions): Promise<void> {
  let notify: ((action: string) => void) | null = null;
  const preferences = openPreferences(dataFolder, app.getPreferredSystemLanguages(), (theme) => {
    nativeTheme.themeSource = theme === 'auto' ? 'system' : theme;
  });
  const words = (): NativeWords => nativeWords(preferences.language());
  const opened = await openCustodian({
    folder: dataFolder,
    door: 'window',
    changed: (action) => notify?.(action),
  }).catch((error: unknown) => {
    const { message, advice } = words().shared.error(toWireError(error));
    dialog.showErrorBox(words().cannotStart, `${message}\n\n${advice}`);
    return null;
  });
  if (opened === null) {
    app.exit(1);
    return;
  }
  const distFolder = path.join(app.getAppPath(), 'dist');
  const { window, contents } = openWindow(distFolder, preferences);
  const show = (): void => {
    if (window.isMinimized()) {
      window.restore();
    }
    window.show();
    window.focus();
  };
  const tray = createTray({
    custodian: opened.custodian,
    words,
    show,
    open: (to) => {
      show();
      emit(contents, 'navigate', { to });
    },
  });
  notify = (action) => {
    emit(contents, 'changed', { action });
    tray.refreshSoon();
  };
  const showMenu = (): void => setMenu(words().menu, (to) => emit(contents, 'navigate', { to }));
  showMenu();
  preferences.onLanguage(() => {
    showMenu();
    tray.refresh();
  });
  const runtime = `Electron ${process.versions.electron}`;
  const dialogs = createDialogs(window, distFolder, preferences);
  const copying = createPublicClipboard(clipboard);
  bindIpc(contents, createHandlers(opened.custodian, dialogs, preferences, copying, { version, runtime, dataFolder }));
  const endReminders = startReminders(opened.custodian, preferences, words);
  const endDriftWatch = startDriftWatch(opened.custodian, preferences, words);
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    endReminders();
    endDriftWatch();
    tray.remove();
    void opened.close().finally(() => app.exit(0));
  });
}

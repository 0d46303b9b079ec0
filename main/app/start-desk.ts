// The window first. Custody is loaded and opened with the page's first question, which it asks before it evaluates its libraries
// and draws: both are busy at the same time then, and before that the page waits for nothing but its files. Nobody sees the window
// before custody is open; when it cannot be opened the person is told why, and nothing starts.
import path from 'node:path';
import { app, dialog, nativeTheme } from 'electron';
import { toWireError } from '../../shared/errors.ts';
import type { CustodyPlace } from '../composition/custody-place.ts';
import { once } from '../../shared/once.ts';
import { shownFacts } from '../../shared/shown-facts.ts';
import { bindIpc } from './ipc.ts';
import type { Opening } from './opening.ts';
import { openPreferences } from './preferences.ts';
import { openWindow } from './window.ts';

interface DeskOptions {
  place: CustodyPlace;
  version: string;
  opening: Opening;
}

export async function startDesk({ place, version, opening }: DeskOptions): Promise<void> {
  const preferences = openPreferences(place.folder, app.getPreferredSystemLanguages(), (theme) => {
    nativeTheme.themeSource = theme === 'auto' ? 'system' : theme;
  });
  const distFolder = path.join(app.getAppPath(), 'dist');
  const { window, drawn } = openWindow(distFolder, preferences);
  const openOnce = once(async () => {
    const { openDesk } = await import('./open-desk.ts');
    return openDesk({ window, distFolder, preferences, place, version });
  });
  bindIpc(window.webContents, openOnce);
  try {
    await drawn;
    const desk = await openOnce();
    desk.show();
    opening.showBy(desk.open);
  } catch (error) {
    const { nativeWords } = await import('../../shared/words/words.ts');
    const words = nativeWords(preferences.language());
    const { message, advice } = words.shared.error(shownFacts(toWireError(error)));
    dialog.showErrorBox(words.cannotStart, `${message}\n\n${advice}`);
    app.exit(1);
  }
}

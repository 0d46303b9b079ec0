// The application menu: the native roles that people expect, the places of the window, and no developer tools in a
// shipped build. Roles get their words from us too, because on most systems Electron names them in English only.
import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { type Destination, menuScreens, SCREENS } from '../../shared/screens.ts';
import type { NativeWords } from '../../shared/words/words.ts';

type Words = NativeWords['menu'];
type Items = MenuItemConstructorOptions[];

const LINE = { type: 'separator' } as const;

interface Chosen {
  navigate(to: Destination): void;
  /** A person is about to paste. */
  pasting(): void;
  lockOrUnlock(): void;
}

export function setMenu({ menu: words, shared }: NativeWords, { navigate, pasting, lockOrUnlock }: Chosen): void {
  const item = (label: string, to: Destination, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => navigate(to),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const screens = (menu: 'file' | 'go'): Items =>
    menuScreens(menu).map((name) => item(shared.screens[name].menu, name, `CmdOrCtrl+${SCREENS[name].menu.key}`));
  const mac = process.platform === 'darwin';
  const developer: Items = app.isPackaged ? [] : [{ role: 'toggleDevTools' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ role: 'appMenu', label: app.name, submenu: appItems(words) } as const] : []),
      {
        label: words.file,
        submenu: [
          ...screens('file'),
          item(words.answer, 'answer'),
          LINE,
          { label: words.lock, accelerator: 'CmdOrCtrl+L', click: lockOrUnlock },
          LINE,
          mac ? { role: 'close', label: words.close } : { role: 'quit', label: words.quit },
        ],
      },
      { role: 'editMenu', label: words.edit, submenu: editMenu(words, pasting, mac) },
      {
        label: words.view,
        submenu: [
          { role: 'resetZoom', label: words.resetZoom },
          { role: 'zoomIn', label: words.zoomIn },
          { role: 'zoomOut', label: words.zoomOut },
          LINE,
          { role: 'togglefullscreen', label: words.fullScreen },
          ...developer,
        ],
      },
      {
        label: words.go,
        submenu: [item(words.palette, 'palette', 'CmdOrCtrl+K'), LINE, ...screens('go')],
      },
      { role: 'windowMenu', label: words.window, submenu: windowItems(words, mac) },
      {
        role: 'help',
        label: words.help,
        submenu: [
          item(words.shortcuts, 'shortcuts'),
          // A Mac has it in the menu of the program.
          ...(mac ? [] : [LINE, { role: 'about', label: words.about } as const]),
        ],
      },
    ]),
  );
}

/** What a right click or the menu key offers in a field. */
export function offerFieldMenu(window: BrowserWindow, words: () => NativeWords, pasting: () => void): void {
  window.webContents.on('context-menu', (_event, { isEditable }) => {
    if (isEditable) {
      editMenu(words().menu, pasting, process.platform === 'darwin').popup({ window });
    }
  });
}

const appItems = (words: Words): Items => [
  { role: 'about', label: words.about },
  LINE,
  { role: 'services', label: words.services },
  LINE,
  { role: 'hide', label: words.hide },
  { role: 'hideOthers', label: words.hideOthers },
  { role: 'unhide', label: words.showAll },
  LINE,
  { role: 'quit', label: words.quitMac },
];

/**
 * On a Mac the system itself runs Paste, also in its own dialogs, and tells nobody; there we see that the menu was used.
 * Elsewhere the item is ours.
 */
function editMenu(words: Words, pasting: () => void, mac: boolean): Menu {
  const paste: MenuItemConstructorOptions = mac
    ? { role: 'paste', label: words.paste }
    : {
        label: words.paste,
        accelerator: 'CmdOrCtrl+V',
        // The key goes to the page by itself.
        registerAccelerator: false,
        click: (_, focused) => {
          pasting();
          if (focused instanceof BrowserWindow) {
            focused.webContents.paste();
          }
        },
      };
  const menu = Menu.buildFromTemplate(editItems(words, paste));
  if (mac) {
    menu.on('menu-will-close', pasting);
  }
  return menu;
}

const editItems = (words: Words, paste: MenuItemConstructorOptions): Items => [
  { role: 'undo', label: words.undo },
  { role: 'redo', label: words.redo },
  LINE,
  { role: 'cut', label: words.cut },
  { role: 'copy', label: words.copy },
  paste,
  { role: 'delete', label: words.delete },
  LINE,
  { role: 'selectAll', label: words.selectAll },
];

const windowItems = (words: Words, mac: boolean): Items => [
  { role: 'minimize', label: words.minimize },
  { role: 'zoom', label: words.zoom },
  ...(mac ? [LINE, { role: 'front', label: words.front } as const] : [{ role: 'close', label: words.close } as const]),
];

// The application menu: the native roles that people expect, the places of the window, and no developer tools in a
// shipped build.
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Destination } from '../../shared/channels.ts';

const PLACES: readonly { label: string; to: Destination; accelerator: string }[] = [
  { label: '&Tenants', to: 'overview', accelerator: 'CmdOrCtrl+1' },
  { label: '&Due', to: 'due', accelerator: 'CmdOrCtrl+2' },
  { label: '&Policies', to: 'policies', accelerator: 'CmdOrCtrl+3' },
  { label: '&Audit', to: 'audit', accelerator: 'CmdOrCtrl+4' },
  { label: '&Settings', to: 'settings', accelerator: 'CmdOrCtrl+,' },
];

export function setMenu(navigate: (to: Destination) => void): void {
  const item = (label: string, to: Destination, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => navigate(to),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const mac = process.platform === 'darwin';
  const developer: MenuItemConstructorOptions[] = app.isPackaged ? [] : [{ role: 'toggleDevTools' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ role: 'appMenu' } as const] : []),
      {
        label: '&File',
        submenu: [
          item('Add &Tenant…', 'add-tenant', 'CmdOrCtrl+N'),
          item('&Inspect a File…', 'inspect', 'CmdOrCtrl+O'),
          { type: 'separator' },
          mac ? { role: 'close' } : { role: 'quit' },
        ],
      },
      { role: 'editMenu' },
      {
        label: '&View',
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
          ...developer,
        ],
      },
      {
        label: '&Go',
        submenu: [
          item('&Find or Do…', 'palette', 'CmdOrCtrl+K'),
          { type: 'separator' },
          ...PLACES.map(({ label, to, accelerator }) => item(label, to, accelerator)),
        ],
      },
      { role: 'windowMenu' },
      { label: '&Help', submenu: [item('&Keyboard Shortcuts', 'shortcuts')] },
    ]),
  );
}

// What the window saves: a private key for its owner alone, also where a file that all may read lies there already.
import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';
import { folderForEach } from '../../support/folder.ts';
import { needs } from '../../support/needs.ts';

const chosen = vi.hoisted(() => ({ filePath: '' }));
vi.mock('electron', () => ({
  app: { isPackaged: true },
  dialog: { showSaveDialog: async () => chosen },
  clipboard: {},
  shell: {},
  ipcMain: {},
  session: {},
}));
const { createDialogs } = await import('../../../main/app/dialogs.ts');

const folder = folderForEach();
beforeEach(() => {
  chosen.filePath = folder('saved.bin');
});

const dialogs = () =>
  createDialogs({} as never, '/dist', {
    preferences: { language: () => 'en' },
    pastes: { spend: () => undefined },
    drops: {} as never,
    confirmations: { ask: async () => null },
  });
const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

it('keeps a private key for its owner', needs(process.platform !== 'win32', 'modes of Unix'), async () => {
  writeFileSync(chosen.filePath, 'before');
  chmodSync(chosen.filePath, 0o644);
  const place = await dialogs().choosePlace('key.p12');
  await place?.save(Buffer.from('private'));
  expect([place?.name, modeOf(chosen.filePath)]).toEqual(['saved.bin', '600']);
});

it('says nothing of a place when the dialog was closed', async () => {
  chosen.filePath = '';
  expect([await dialogs().choosePlace('key.p12'), await dialogs().saveAs('a.pem', Buffer.alloc(1))]).toEqual([
    null,
    null,
  ]);
});

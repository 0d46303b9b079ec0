// What the window saves: a private key for its owner alone, also where a file that all may read lies there already.
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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

const PICTURE = Buffer.from('picture');

it('lays a picture beside a file, and leaves one that lies there already with what it belongs to', async () => {
  const beside = `${chosen.filePath}.qr.png`;
  const place = await dialogs().choosePicturedPlace('answer.json');
  await place?.save(Buffer.from('answer'), PICTURE);
  expect([readFileSync(chosen.filePath, 'utf8'), readFileSync(beside, 'utf8')]).toEqual(['answer', 'picture']);
  writeFileSync(beside, 'of somebody else');
  const exists = { code: 'FILE_EXISTS', facts: { file: 'saved.bin.qr.png' } };
  await expect(dialogs().choosePicturedPlace('answer.json')).rejects.toMatchObject(exists);
  await expect(dialogs().saveAs('request.json', Buffer.from('request'), PICTURE)).rejects.toMatchObject(exists);
  await expect(place?.save(Buffer.from('another'), PICTURE)).rejects.toMatchObject(exists);
  expect([readFileSync(chosen.filePath, 'utf8'), readFileSync(beside, 'utf8')]).toEqual(['answer', 'of somebody else']);
});

it('says nothing of a place when the dialog was closed', async () => {
  chosen.filePath = '';
  expect([
    await dialogs().choosePlace('key.p12'),
    await dialogs().choosePicturedPlace('a.json'),
    await dialogs().saveAs('a.pem', Buffer.alloc(1)),
  ]).toEqual([null, null, null]);
});

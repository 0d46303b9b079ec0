import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { filesIn } from '../../../main/files/files-in.ts';
import { folderForAll } from '../../support/folder.ts';
import { isWindows } from '../../support/this-system.ts';

const at = folderForAll();

beforeAll(() => {
  mkdirSync(at('keys', 'old'), { recursive: true });
  for (const name of ['keys/b.pem', 'keys/a.pem', 'keys/old/a.pem', 'keys/.hidden', 'alone.pem']) {
    writeFileSync(at(name), 'x');
  }
  if (!isWindows) {
    symlinkSync('/etc/hostname', at('keys', 'link'));
  }
});

test('files as they are named, and of a folder all that lie in it, but neither links nor what is hidden', async () => {
  const found = await filesIn([at('alone.pem'), at('keys')], 10);
  const inFolder = ['keys/a.pem', 'keys/b.pem', 'keys/old/a.pem'].map((name) => path.normalize(name));
  expect(found.map(({ name }) => name)).toEqual([at('alone.pem'), ...inFolder]);
});

test('too many, and what is not there', async () => {
  await expect(filesIn([at('keys')], 2)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  await expect(filesIn([at('nothing')], 2)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
});

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesIn } from '../../../main/files/files-in.ts';
import { isWindows } from '../../support/this-system.ts';

let folder = '';
const at = (...names: string[]): string => path.join(folder, ...names);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'files-in-'));
  mkdirSync(at('keys', 'old'), { recursive: true });
  for (const name of ['keys/b.pem', 'keys/a.pem', 'keys/old/a.pem', 'keys/.hidden', 'alone.pem']) {
    writeFileSync(at(name), 'x');
  }
  if (!isWindows) {
    symlinkSync('/etc/hostname', at('keys', 'link'));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('files as they are named, and of a folder all that lie in it, but neither links nor what is hidden', async () => {
  const found = await filesIn([at('alone.pem'), at('keys')], 10);
  const inFolder = ['keys/a.pem', 'keys/b.pem', 'keys/old/a.pem'].map((name) => path.normalize(name));
  expect(found.map(({ name }) => name)).toEqual([at('alone.pem'), ...inFolder]);
});

test('too many, and what is not there', async () => {
  await expect(filesIn([at('keys')], 2)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  await expect(filesIn([at('nothing')], 2)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
});

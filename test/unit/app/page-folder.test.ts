import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { emptyPageFolder } from '../../../main/app/page-folder.ts';
import { folderForEach } from '../../support/folder.ts';
import { needs } from '../../support/needs.ts';
import { isWindows, LINKS } from '../../support/this-system.ts';

const folder = folderForEach();

it('removes what was left, and follows no link out of it', needs(!isWindows, LINKS), () => {
  const kept = folder('kept');
  mkdirSync(folder('pages', 'Local Storage'), { recursive: true });
  writeFileSync(kept, 'x');
  symlinkSync(kept, folder('pages', 'link'));
  expect(emptyPageFolder(folder())).toBe(folder('pages'));
  expect([existsSync(folder('pages')), existsSync(kept)]).toEqual([false, true]);
  expect(() => emptyPageFolder(folder())).not.toThrow();
});

it('says why when it cannot', needs(!isWindows, 'Unix'), () => {
  const file = folder('no-folder');
  writeFileSync(file, 'x');
  expect(() => emptyPageFolder(file)).toThrow(expect.objectContaining({ code: 'FILE_NOT_WRITTEN' }));
});

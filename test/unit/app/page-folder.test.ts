import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyPageFolder } from '../../../main/app/page-folder.ts';
import { needs } from '../../support/needs.ts';
import { isWindows, LINKS } from '../../support/this-system.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'page-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('removes what was left, and follows no link out of it', needs(!isWindows, LINKS), () => {
  const kept = path.join(folder, 'kept');
  mkdirSync(path.join(folder, 'pages', 'Local Storage'), { recursive: true });
  writeFileSync(kept, 'x');
  symlinkSync(kept, path.join(folder, 'pages', 'link'));
  expect(emptyPageFolder(folder)).toBe(path.join(folder, 'pages'));
  expect([existsSync(path.join(folder, 'pages')), existsSync(kept)]).toEqual([false, true]);
  expect(() => emptyPageFolder(folder)).not.toThrow();
});

it('says why when it cannot', needs(!isWindows, 'Unix'), () => {
  const file = path.join(folder, 'no-folder');
  writeFileSync(file, 'x');
  expect(() => emptyPageFolder(file)).toThrow(expect.objectContaining({ code: 'FILE_NOT_WRITTEN' }));
});

// The small file of the window's looks: partial changes, damage, and what older versions wrote.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPreferences } from '../../../main/app/preferences.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'preferences-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const open = (themes: string[] = []) => openPreferences(folder, (theme) => themes.push(theme));

it('keeps what is not changed', () => {
  const themes: string[] = [];
  open(themes).write({ watch: false });
  open(themes).write({ theme: 'dark' });
  expect(open().read()).toEqual({ theme: 'dark', watch: false, remind: true, firstSteps: true });
  expect(themes).toEqual(['auto', 'auto', 'auto', 'dark']);
});

it('takes the file of an older version, and replaces a damaged one', () => {
  writeFileSync(path.join(folder, 'preferences.json'), '{"theme":"light","bounds":null}');
  expect(open().read()).toEqual({ theme: 'light', watch: true, remind: true, firstSteps: true });
  writeFileSync(path.join(folder, 'preferences.json'), '{"theme":');
  expect(open().read()).toEqual({ theme: 'auto', watch: true, remind: true, firstSteps: true });
});

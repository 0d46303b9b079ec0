// The small file of the window's looks: partial changes, damage, and what older versions wrote.
import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openPreferences } from '../../../main/app/preferences.ts';
import { folderForEach } from '../../support/folder.ts';

const folder = folderForEach();

const open = (themes: string[] = [], systemLanguages: string[] = []) =>
  openPreferences(folder(), systemLanguages, (theme) => themes.push(theme));

it('keeps what is not changed', () => {
  const themes: string[] = [];
  open(themes).write({ watch: false });
  open(themes).write({ theme: 'dark' });
  expect(open().read()).toEqual({
    theme: 'dark',
    language: 'auto',
    watch: false,
    remind: true,
    firstSteps: true,
    lockAfterMinutes: 10,
    lookForReleases: false,
  });
  expect(themes).toEqual(['auto', 'auto', 'auto', 'dark']);
});

it('takes the file of an older version, and replaces a damaged one', () => {
  writeFileSync(folder('preferences.json'), '{"theme":"light","bounds":null}');
  expect(open().read()).toEqual({
    theme: 'light',
    language: 'auto',
    watch: true,
    remind: true,
    firstSteps: true,
    lockAfterMinutes: 10,
    lookForReleases: false,
  });
  writeFileSync(folder('preferences.json'), '{"theme":');
  expect(open().read()).toEqual({
    theme: 'auto',
    language: 'auto',
    watch: true,
    remind: true,
    firstSteps: true,
    lockAfterMinutes: 10,
    lookForReleases: false,
  });
});

it.each([
  [['de-AT', 'en-GB'], 'de'],
  [['fr-FR', 'de-CH'], 'de'],
  [['fr-FR', 'en-US', 'de-DE'], 'en'],
  [['fr-FR'], 'en'],
  [[], 'en'],
])('speaks, of what the system speaks (%j), %s', (system, language) => {
  expect(open([], system).language()).toBe(language);
});

it('speaks the chosen language instead, and tells of a change that can be heard', () => {
  const preferences = open([], ['de-DE']);
  const heard: string[] = [];
  preferences.onLanguage((language) => heard.push(language));
  preferences.write({ language: 'de' });
  preferences.write({ theme: 'dark' });
  expect(heard).toEqual([]);
  preferences.write({ language: 'en' });
  preferences.write({ language: 'auto' });
  expect(heard).toEqual(['en', 'de']);
  preferences.write({ language: 'en' });
  expect(open([], ['de-DE']).language()).toBe('en');
});

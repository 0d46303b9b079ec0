// The words of the dialogs beside the page, by language; with them those that are shared with the page.
import type { Language } from '../language.ts';
import type { SharedWords } from './shared-words.ts';
import { sharedWords } from './words.ts';
import { de } from './de/dialogs.ts';
import { en } from './en/dialogs.ts';

export type DialogWords = typeof en & { shared: SharedWords };

export const dialogWords = (language: Language): DialogWords => ({
  ...{ en, de }[language],
  shared: sharedWords(language),
});

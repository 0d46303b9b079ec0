// The words of the dialogs beside the page, by language; with them those that are shared with the page.
import type { Language } from '../../../shared/language.ts';
import { type SharedWords, sharedWords } from '../../../shared/words/words.ts';
import { de } from './de.ts';
import { en } from './en.ts';

export type DialogWords = typeof en & { shared: SharedWords };

export const dialogWords = (language: Language): DialogWords => ({
  ...{ en, de }[language],
  shared: sharedWords(language),
});

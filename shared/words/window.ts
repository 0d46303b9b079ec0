// The words of the page, by language; with them those that it shares with the main process.
import type { Language } from '../language.ts';
import type { SharedWords } from './shared-words.ts';
import { sharedWords } from './words.ts';
import { de } from './de/window.ts';
import { en } from './en/window.ts';

type WindowWords = typeof en & { shared: SharedWords };

export const windowWords = (language: Language): WindowWords => ({
  ...{ en, de }[language],
  shared: sharedWords(language),
});

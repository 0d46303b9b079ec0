// The words of the desktop around the page, by language; with them those that are shared with the page.
import type { Language } from '../language.ts';
import type { SharedWords } from './shared-words.ts';
import { sharedWords } from './words.ts';
import { de } from './de/desktop.ts';
import { en } from './en/desktop.ts';

export type NativeWords = typeof en & { shared: SharedWords };

export const nativeWords = (language: Language): NativeWords => ({
  ...{ en, de }[language],
  shared: sharedWords(language),
});

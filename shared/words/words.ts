// The words of every language: what the page shows, what the desktop draws around it, what is asked beside it. A language is a
// folder and its place in these five; each part of the app takes one of them into its bundle.
import type { Language } from '../language.ts';
import * as de from './de/index.ts';
import * as en from './en/index.ts';

/** Of one language, with those that all parts share. */
type Words<Part> = Part & { shared: SharedWords };
export type SharedWords = typeof en.shared;
export type NativeWords = Words<typeof en.desktop>;
export type DialogWords = Words<typeof en.dialogs>;
type SheetWords = typeof en.shareSheet;

export const sharedWords = (language: Language): SharedWords => ({ en: en.shared, de: de.shared })[language];

const withShared = <Part>(words: Readonly<Record<Language, Part>>, language: Language): Words<Part> => ({
  ...words[language],
  shared: sharedWords(language),
});

export const nativeWords = (language: Language): NativeWords =>
  withShared({ en: en.desktop, de: de.desktop }, language);
export const dialogWords = (language: Language): DialogWords =>
  withShared({ en: en.dialogs, de: de.dialogs }, language);
export const pageWords = (language: Language): Words<typeof en.page> =>
  withShared({ en: en.page, de: de.page }, language);

/** Of the sheets that are printed for the holders of shares. */
export const sheetWords = (language: Language): SheetWords => ({ en: en.shareSheet, de: de.shareSheet })[language];

export type CeremonyWords = typeof en.ceremonyPapers;

/** Of the papers of a key ceremony. */
export const ceremonyWords = (language: Language): CeremonyWords =>
  ({ en: en.ceremonyPapers, de: de.ceremonyPapers })[language];

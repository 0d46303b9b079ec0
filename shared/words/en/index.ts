// All words in English, which are the measure for every other language.
export { en as desktop } from './desktop.ts';
export { en as dialogs } from './dialogs.ts';
export { en as page } from './page.ts';
export { en as shared } from './shared.ts';
export { en as shareSheet } from './backup/share-sheet.ts';
export { ceremonyPapers } from './ceremony/papers.ts';

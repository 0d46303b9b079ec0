// All words in German. Officers are addressed as “Sie”; kid, JWKS, thumbprint and the names of standards stay as they are.
export { de as desktop } from './desktop.ts';
export { de as dialogs } from './dialogs.ts';
export { de as page } from './page.ts';
export { de as shared } from './shared.ts';
export { de as shareSheet } from './backup/share-sheet.ts';
export { ceremonyPapers } from './ceremony/papers.ts';

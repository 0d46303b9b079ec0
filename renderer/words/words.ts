// Every word that the window shows, in its language. Components say `words.ring.rotate`; the words themselves are in en/
// and de/, one file for each part of the window. A translation that lacks one does not compile.
import { sharedWords } from '../../shared/words/words.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { language } from './language.ts';

export const words: typeof en & { shared: ReturnType<typeof sharedWords> } = {
  ...{ en, de }[language],
  shared: sharedWords(language),
};

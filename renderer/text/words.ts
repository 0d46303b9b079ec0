// Every word that the window shows, in its language. Components say `words.ring.rotate`; the words themselves are in
// shared/words, one folder for each language.
import { pageWords } from '../../shared/words/words.ts';
import { language } from './language.ts';

export const words = pageWords(language);

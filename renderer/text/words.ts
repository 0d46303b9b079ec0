// Every word that the window shows, in its language, which alone is loaded. Components say `words.ring.rotate`; the words
// themselves are in shared/words, one folder for each language.
import type * as English from '../../shared/words/en/for-page.ts';
import { language } from './language.ts';

const LOADERS = import.meta.glob<typeof English>('../../shared/words/*/for-page.ts');

const load = LOADERS[`../../shared/words/${language}/for-page.ts`];
if (load === undefined) {
  throw new TypeError(language);
}
const { page, shared } = await load();

export const words = { ...page, shared };

// Every word that the window shows, in its language, which alone is loaded. Components say `words.ring.rotate`; the words
// themselves are in shared/words, one folder for each language.
import type { Language } from '../../shared/language.ts';
import type * as English from './en.ts';
import { language } from './language.ts';

const LOADED = {
  en: () => import('./en.ts'),
  de: () => import('./de.ts'),
} satisfies Record<Language, () => Promise<typeof English>>;

const { page, shared } = await LOADED[language]();

export const words = { ...page, shared };

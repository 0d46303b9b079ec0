// The words that the window shares with the main process, by language.
import type { Language } from '../language.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import type { SharedWords } from './shared-words.ts';

export const sharedWords = (language: Language): SharedWords => ({ en, de })[language];

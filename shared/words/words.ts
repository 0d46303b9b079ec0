// The words that the window shares with the main process, by language.
import type { Language } from '../language.ts';
import { en } from './en.ts';

export type SharedWords = typeof en;

/** English where there is no translation yet. */
export const sharedWords = (_language: Language): SharedWords => en;

// The English words are the measure: every other language has all of them, for the same values.
import type { en } from './en/index.ts';

export type SharedWords = typeof en;

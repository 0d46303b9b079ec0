// The English words, which are the measure for every other language.
import { common } from './common.ts';
import { durations } from './durations.ts';
import { languageChoice } from './language-choice.ts';

export const en = { common, durations, languageChoice };

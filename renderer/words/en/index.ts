// The English words, which are the measure for every other language.
import { common } from './common.ts';
import { durations } from './durations.ts';

export const en = { common, durations };

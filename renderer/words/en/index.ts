// The English words, which are the measure for every other language.
import { actions } from './actions.ts';
import { common } from './common.ts';
import { durations } from './durations.ts';
import { model } from './model.ts';

export const en = { actions, common, durations, model };

// The German words. Officers are addressed as “Sie”; kid, JWKS, thumbprint and the names of standards stay as they are.
import type { en } from '../en/index.ts';
import { actions } from './actions.ts';
import { common } from './common.ts';
import { durations } from './durations.ts';
import { model } from './model.ts';

export const de: typeof en = { actions, common, durations, model };

// The German words. Officers are addressed as “Sie”; kid, JWKS, thumbprint and the names of standards stay as they are.
import type { en } from '../en/index.ts';
import { common } from './common.ts';
import { durations } from './durations.ts';
import { languageChoice } from './language-choice.ts';

export const de: typeof en = { common, durations, languageChoice };

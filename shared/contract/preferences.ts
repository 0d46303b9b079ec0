// How the officer likes the app.
import { z } from 'zod';
import { LANGUAGE_CHOICES } from '../language.ts';
import type { Preferences } from '../app-info.ts';
import { noArgs } from './arguments.ts';
import { call, type Calls } from './call.ts';

const themeSchema = z.enum(['auto', 'light', 'dark']);

const languageSchema = z.enum(LANGUAGE_CHOICES);

export const preferencesSchema = z.strictObject({
  theme: themeSchema.default('auto'),
  language: languageSchema.default('auto'),
  watch: z.boolean().default(true),
  remind: z.boolean().default(true),
  firstSteps: z.boolean().default(true),
});

/** What is left out stays as it is. */
export const preferencesChangeSchema = z.strictObject({
  theme: themeSchema.optional(),
  language: languageSchema.optional(),
  watch: z.boolean().optional(),
  remind: z.boolean().optional(),
  firstSteps: z.boolean().optional(),
});

export const preferenceCalls = {
  'preferences.read': call<Preferences>()(noArgs),
  'preferences.write': call<null>()(preferencesChangeSchema),
} satisfies Calls;

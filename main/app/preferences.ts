// The window's looks and place, in a small file beside the registry. Losing it loses nothing; a damaged one is replaced.
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Rectangle } from 'electron';
import { z } from 'zod';
import { preferencesSchema } from '../../shared/acts/app.ts';
import { type Language, preferredLanguage } from '../../shared/language.ts';
import type { Preferences } from '../../shared/app-info.ts';
import type { PreferenceStore } from '../ipc/handlers.ts';
import type { LookMemory } from './release-watch.ts';

const side = z.number().int().min(-100_000).max(100_000);
const fileSchema = preferencesSchema.extend({
  bounds: z.strictObject({ x: side, y: side, width: side, height: side }).nullable().default(null),
  lookedForReleases: z.int().positive().nullable().default(null),
});

export interface DeskPreferences extends PreferenceStore, LookMemory {
  /** Calls back whenever another language is to be spoken from now on. */
  onLanguage(listener: (language: Language) => void): void;
  bounds(): Rectangle | null;
  rememberBounds(bounds: Rectangle): void;
}

/**
 * `systemLanguages` are BCP 47 tags, best first. `applyTheme` is told the theme at the start and whenever it changes: it
 * dresses what is drawn outside the page.
 */
export function openPreferences(
  dataFolder: string,
  systemLanguages: readonly string[],
  applyTheme: (theme: Preferences['theme']) => void,
): DeskPreferences {
  const file = path.join(dataFolder, 'preferences.json');
  let current = load(file);
  const listeners: ((language: Language) => void)[] = [];
  applyTheme(current.theme);
  const language = (): Language =>
    current.language === 'auto' ? preferredLanguage(systemLanguages) : current.language;
  const save = (change: Partial<typeof current>): void => {
    current = { ...current, ...change };
    const draft = `${file}.new`;
    try {
      writeFileSync(draft, `${JSON.stringify(current, null, 2)}\n`, { mode: 0o600 });
      renameSync(draft, file);
    } catch {
      // A full disk must not stop an officer from working; the looks are simply not remembered.
    }
  };
  return {
    read: (): Preferences => {
      const { bounds: _bounds, lookedForReleases: _looked, ...preferences } = current;
      return preferences;
    },
    write: (change) => {
      const before = language();
      // A member that is there without a value says nothing.
      const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      save(said);
      applyTheme(current.theme);
      if (language() !== before) {
        listeners.forEach((listener) => listener(language()));
      }
    },
    allowReleases: (lookForReleases) => save({ lookForReleases }),
    language,
    onLanguage: (listener) => void listeners.push(listener),
    lookedAt: () => current.lookedForReleases,
    rememberLook: (lookedForReleases) => save({ lookedForReleases }),
    bounds: () => current.bounds,
    rememberBounds: (bounds) => save({ bounds }),
  };
}

function load(file: string): z.output<typeof fileSchema> {
  try {
    // A pipe in its place would be waited for.
    return fileSchema.parse(statSync(file).isFile() ? JSON.parse(readFileSync(file, 'utf8')) : {});
  } catch {
    return fileSchema.parse({});
  }
}

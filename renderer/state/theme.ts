// The theme lives with the other preferences, in a file of the main process, not in the page's own storage.
import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import type { Preferences } from '../../shared/model.ts';
import type { Custodian } from '../bridge.ts';

/** What was chosen last; without an answer, as the system says. */
export async function readTheme(custodian: Custodian | null): Promise<Preferences['theme']> {
  try {
    return custodian === null ? 'auto' : (await custodian.call('preferences.read', {})).theme;
  } catch {
    return 'auto';
  }
}

/** `theme` is what `readTheme` said before the first drawing. */
export function themeManager(custodian: Custodian | null, theme: Preferences['theme']): MantineColorSchemeManager {
  let current: MantineColorScheme = theme;
  return {
    get: () => current,
    set: (value) => {
      current = value;
      // A choice that cannot be kept still holds for this window.
      void custodian?.call('preferences.write', { theme: value }).catch(() => undefined);
    },
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => {
      current = 'auto';
    },
  };
}

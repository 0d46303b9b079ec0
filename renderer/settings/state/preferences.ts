// One preference and the choosing of it. A choice is shown at once, and taken back when it could not be kept.
import { useState } from 'react';
import type { Preferences } from '../../../shared/app-info.ts';
import { useCommand } from '../../state/commands.ts';
import { usePreferences } from './queries.ts';

interface Preference<T> {
  /** `null` until it is known. */
  value: T | null;
  choose: (value: T) => Promise<void>;
  busy: boolean;
  error: unknown;
}

export function usePreference<K extends keyof Preferences>(name: K): Preference<Preferences[K]> {
  const { data: preferences, error, refetch } = usePreferences();
  const write = useCommand('preferences.write');
  const [chosen, setChosen] = useState<Preferences[K] | null>(null);

  async function choose(value: Preferences[K]) {
    setChosen(value);
    const { done } = await write.run({ [name]: value });
    if (!done) {
      setChosen(null);
    }
    // Another screen, and this one when it is opened again, shows what was kept.
    await refetch();
  }

  return { value: chosen ?? preferences?.[name] ?? null, choose, busy: write.busy, error: error ?? write.error };
}

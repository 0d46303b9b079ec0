// Light, dark, or as the system says. The main process keeps the choice and dresses the program; the page follows it.
import { Radio } from '@mantine/core';
import { useState } from 'react';
import type { Preferences } from '../../shared/model.ts';
import { useCommand } from '../state/commands.ts';
import { usePreferences } from '../state/queries.ts';
import { Failure } from './failure.tsx';

type Theme = Preferences['theme'];

const CHOICES: { theme: Theme; word: string }[] = [
  { theme: 'auto', word: 'As the system' },
  { theme: 'light', word: 'Light' },
  { theme: 'dark', word: 'Dark' },
];

export function ThemeChoice() {
  const { data: preferences, error, refetch } = usePreferences();
  const write = useCommand('preferences.write');
  /** Shown at once; taken back when it could not be kept. */
  const [chosen, setChosen] = useState<Theme | null>(null);

  async function choose(value: string) {
    const theme = CHOICES.find((choice) => choice.theme === value)?.theme ?? 'auto';
    setChosen(theme);
    const { done } = await write.run({ theme });
    if (!done) {
      setChosen(null);
    }
    await refetch();
  }

  return (
    <div className="stack">
      <Radio.Group
        label="Appearance"
        value={chosen ?? preferences?.theme ?? null}
        onChange={(value) => void choose(value)}
      >
        <div className="row row-wrap">
          {CHOICES.map(({ theme, word }) => (
            <Radio key={theme} value={theme} label={word} />
          ))}
        </div>
      </Radio.Group>
      <Failure error={error ?? write.error} />
    </div>
  );
}

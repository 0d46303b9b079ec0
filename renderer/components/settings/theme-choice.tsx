// Light, dark, or as the system says. The main process keeps the choice and dresses the program; the page follows it.
import { Radio } from '@mantine/core';
import { useState } from 'react';
import type { Preferences } from '../../../shared/model.ts';
import { useCommand } from '../../state/commands.ts';
import { usePreferences } from '../../state/queries.ts';
import { words } from '../../words/words.ts';
import { Failure } from '../parts/failure.tsx';
import './theme-choice.css';

type Theme = Preferences['theme'];

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

export function ThemeChoice() {
  const { data: preferences, error, refetch } = usePreferences();
  const write = useCommand('preferences.write');
  /** Shown at once; taken back when it could not be kept. */
  const [chosen, setChosen] = useState<Theme | null>(null);

  async function choose(value: string) {
    const theme = THEMES.find((one) => one === value) ?? 'auto';
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
        label={words.settings.appearance}
        value={chosen ?? preferences?.theme ?? null}
        onChange={(value) => void choose(value)}
      >
        <div className="radio-row">
          {THEMES.map((theme) => (
            <Radio key={theme} value={theme} label={words.settings.theme[theme]} />
          ))}
        </div>
      </Radio.Group>
      <Failure error={error ?? write.error} />
    </div>
  );
}

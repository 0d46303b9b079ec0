// Light, dark, or as the system says. The main process keeps the choice and dresses the program; the page follows it.
import { Radio } from '@mantine/core';
import type { Preferences } from '../../../shared/app-info.ts';
import { usePreference } from '../state/preferences.ts';
import { words } from '../../text/words.ts';
import { Failure } from '../../parts/failure.tsx';
import './theme-choice.css';

const THEMES: readonly Preferences['theme'][] = ['auto', 'light', 'dark'];

export function ThemeChoice() {
  const { value, choose, error } = usePreference('theme');
  return (
    <div className="stack">
      <Radio.Group
        label={words.settings.appearance}
        value={value}
        onChange={(chosen) => void choose(THEMES.find((theme) => theme === chosen) ?? 'auto')}
      >
        <div className="radio-row">
          {THEMES.map((theme) => (
            <Radio key={theme} value={theme} label={words.settings.theme[theme]} />
          ))}
        </div>
      </Radio.Group>
      <Failure error={error} />
    </div>
  );
}

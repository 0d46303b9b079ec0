// Light, dark, or as the system says.
import { Radio, useMantineColorScheme } from '@mantine/core';
import { words } from '../words/words.ts';
import './theme-choice.css';

const SCHEMES = ['auto', 'light', 'dark'] as const;

export function ThemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Radio.Group
      label={words.settings.appearance}
      value={colorScheme}
      onChange={(value) => setColorScheme(SCHEMES.find((scheme) => scheme === value) ?? 'auto')}
    >
      <div className="radio-row">
        {SCHEMES.map((scheme) => (
          <Radio key={scheme} value={scheme} label={words.settings.theme[scheme]} />
        ))}
      </div>
    </Radio.Group>
  );
}

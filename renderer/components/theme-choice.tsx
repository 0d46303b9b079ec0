// Light, dark, or as the system says.
import { Radio, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';

const CHOICES: { scheme: MantineColorScheme; word: string }[] = [
  { scheme: 'auto', word: 'As the system' },
  { scheme: 'light', word: 'Light' },
  { scheme: 'dark', word: 'Dark' },
];

export function ThemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Radio.Group
      label="Appearance"
      value={colorScheme}
      onChange={(value) => setColorScheme(CHOICES.find(({ scheme }) => scheme === value)?.scheme ?? 'auto')}
    >
      <div className="row row-wrap">
        {CHOICES.map(({ scheme, word }) => (
          <Radio key={scheme} value={scheme} label={word} />
        ))}
      </div>
    </Radio.Group>
  );
}

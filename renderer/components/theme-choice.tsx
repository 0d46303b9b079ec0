// Light, dark, or as the system says.
import { ActionIcon, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';

const CHOICES: { scheme: MantineColorScheme; word: string; Icon: typeof IconSun }[] = [
  { scheme: 'auto', word: 'As the system', Icon: IconDeviceDesktop },
  { scheme: 'light', word: 'Light', Icon: IconSun },
  { scheme: 'dark', word: 'Dark', Icon: IconMoon },
];

export function ThemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const chosen = CHOICES.find(({ scheme }) => scheme === colorScheme);
  const ChosenIcon = chosen?.Icon ?? IconDeviceDesktop;
  return (
    <Menu position="top-end" width={180}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={26} aria-label={`Appearance: ${chosen?.word ?? ''}`}>
          <ChosenIcon size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {CHOICES.map(({ scheme, word, Icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={15} aria-hidden />}
            rightSection={scheme === colorScheme ? <IconCheck size={14} aria-label="chosen" /> : null}
            onClick={() => setColorScheme(scheme)}
          >
            {word}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

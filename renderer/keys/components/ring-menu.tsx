// What is seldom done to a ring: taking a rotation back where that can work, the emergency, and the end of the ring.
import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconArrowBackUp, IconDots, IconUrgent } from '@tabler/icons-react';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import { emergencyOutcome } from '../state/emergency.ts';
import { abortOutcome } from '../state/rotation.ts';
import { words } from '../../text/words.ts';
import './ring-menu.css';

interface RingMenuProps {
  view: RingView;
  onAbort: () => void;
  onEmergency: () => void;
  onRetire: () => void;
}

export function RingMenu({ view, onAbort, onEmergency, onRetire }: RingMenuProps) {
  const { act } = words.ring;
  const possible = emergencyOutcome(view, 0) !== null;
  return (
    <Menu position="bottom-end" width={264} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={act.more(view.ring.name)}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {abortOutcome(view).possible && (
          <Menu.Item leftSection={<IconArrowBackUp size={15} aria-hidden />} onClick={onAbort}>
            {act.takeBack}
          </Menu.Item>
        )}
        <Menu.Item
          className="ring-menu-emergency"
          leftSection={<IconUrgent size={15} aria-hidden />}
          disabled={!possible}
          onClick={onEmergency}
        >
          {act.emergency}
          <span className="ring-menu-note">{possible ? act.emergencyMeans : act.emergencyNeeds}</span>
        </Menu.Item>
        <Menu.Item leftSection={<IconArchive size={15} aria-hidden />} onClick={onRetire}>
          {act.retire}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

// Copies one public value. Says so by its icon and in the live region, and only when it is true.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconCopyX } from '@tabler/icons-react';
import { useCopy, type CopyState } from '../state/copy.ts';

interface CopyButtonProps {
  value: string;
  /** What is copied, e.g. `kid`; becomes the accessible name “Copy kid”. */
  what: string;
  /** With words beside the icon. */
  wide?: boolean;
}

const ICON: Record<CopyState, typeof IconCheck> = { idle: IconCopy, copied: IconCheck, refused: IconCopyX };

export function CopyButton({ value, what, wide = false }: CopyButtonProps) {
  const { state, copy } = useCopy();
  const Icon = ICON[state];
  const label = { idle: `Copy ${what}`, copied: 'Copied', refused: 'The clipboard refused' }[state];
  const onClick = () => void copy(value, what);

  if (wide) {
    return (
      <Button variant="default" size="xs" leftSection={<Icon size={15} aria-hidden />} onClick={onClick}>
        {label}
      </Button>
    );
  }
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={24} aria-label={`Copy ${what}`} onClick={onClick}>
        <Icon size={15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

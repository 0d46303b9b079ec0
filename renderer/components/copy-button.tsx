// Copies one public value. Says so by its icon and in the live region.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { announce } from '../state/announce.ts';

interface CopyButtonProps {
  value: string;
  /** What is copied, e.g. `kid`; becomes the accessible name “Copy kid”. */
  what: string;
  /** With words beside the icon. */
  wide?: boolean;
}

const SHOWN_MS = 1600;

export function CopyButton({ value, what, wide = false }: CopyButtonProps) {
  const { copy, copied, error } = useClipboard({ timeout: SHOWN_MS });

  function onClick() {
    copy(value);
    announce(`Copied ${what}`);
  }

  const icon = copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />;
  if (wide) {
    return (
      <Button variant="default" size="xs" leftSection={icon} onClick={onClick}>
        {error ? 'Not copied' : copied ? 'Copied' : `Copy ${what}`}
      </Button>
    );
  }
  return (
    <Tooltip label={error ? 'The clipboard refused' : copied ? 'Copied' : `Copy ${what}`}>
      <ActionIcon variant="subtle" color="gray" size={24} aria-label={`Copy ${what}`} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

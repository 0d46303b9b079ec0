// Copies one public value. Says so by its icon and in the live region, and only when it is true.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconCopyX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { words } from '../text/words.ts';

interface CopyButtonProps {
  value: string;
  /** What is copied, e.g. `kid`; becomes the accessible name “Copy kid”. */
  what: string;
  /** With words beside the icon. */
  wide?: boolean;
}

const { verb, refused } = words.controls.copy;

const ICON: Record<CopyState, typeof IconCheck> = { idle: IconCopy, copied: IconCheck, refused: IconCopyX };

export function CopyButton({ value, what, wide = false }: CopyButtonProps) {
  const { state, copy } = useCopy();
  const Icon = ICON[state];
  const label = { idle: verb(what), copied: words.common.copied, refused }[state];
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
      <ActionIcon variant="subtle" color="gray" size={24} aria-label={verb(what)} onClick={onClick}>
        <Icon size={15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

const SHOWN_MS = 1600;

type CopyState = 'idle' | 'copied' | 'refused';

interface Copying {
  state: CopyState;
  /** `what` names the text for the live region: `kid`. */
  copy: (text: string, what: string) => Promise<void>;
}

/**
 * Copying public text by way of the main process, which clears the clipboard again after a while. What is announced is
 * what happened, not what was meant to happen.
 */
export function useCopy(): Copying {
  const command = useCommand('clipboard.copy');
  const [state, setState] = useState<CopyState>('idle');

  useEffect(() => {
    if (state === 'idle') {
      return undefined;
    }
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy(text: string, what: string) {
    const outcome = await command.run({ text });
    setState(outcome.done ? 'copied' : 'refused');
    announce(outcome.done ? words.controls.copy.copied(what) : words.controls.copy.notCopied(what));
  }

  return { state, copy };
}

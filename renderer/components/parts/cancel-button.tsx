// Asks running work to stop. It stops at the next place where nothing is half done, and says so itself.
import { Button } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import type { Channel } from '../../../shared/channels.ts';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { words } from '../../words/words.ts';

const CANCEL = words.controls.cancel;

export function CancelButton({ channel, what }: { channel: Channel; what: string }) {
  const cancel = useCommand('work.cancel');
  const asked = cancel.result !== undefined;

  async function ask() {
    const outcome = await cancel.run({ channel });
    announce(outcome.done ? CANCEL.stopping(what) : CANCEL.notStopped(what));
  }

  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlayerStop size={15} aria-hidden />}
      disabled={asked}
      onClick={() => void ask()}
    >
      {asked ? CANCEL.asked : CANCEL.verb(what)}
    </Button>
  );
}

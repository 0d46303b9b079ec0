// Asks running work to stop. It stops at the next place where nothing is half done, and says so itself.
import { Button } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { Channel } from '../../shared/channels.ts';
import { useCustodian } from '../state/custodian.tsx';

export function CancelButton({ channel, what }: { channel: Channel; what: string }) {
  const custodian = useCustodian();
  const [asked, setAsked] = useState(false);

  function cancel() {
    setAsked(true);
    void custodian.call('work.cancel', { channel });
  }

  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlayerStop size={15} aria-hidden />}
      disabled={asked}
      onClick={cancel}
    >
      {asked ? 'Stopping…' : `Cancel ${what}`}
    </Button>
  );
}

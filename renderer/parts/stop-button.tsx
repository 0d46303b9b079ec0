// The look of every button that stops running work.
import { Button } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useId } from 'react';
import { words } from '../text/words.ts';

const CANCEL = words.controls.cancel;

interface StopButtonProps {
  /** What it stops. */
  what: string;
  /** It was asked to stop and has not yet. */
  asked?: boolean;
  /** What was sent cannot be taken back, so there is nothing left to stop. */
  sent?: boolean;
  onStop: () => void;
}

export function StopButton({ what, asked = false, sent = false, onStop }: StopButtonProps) {
  const reason = useId();
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlayerStop size={15} aria-hidden />}
        disabled={asked || sent}
        onClick={onStop}
        {...(sent ? { 'aria-describedby': reason } : {})}
      >
        {asked && !sent ? CANCEL.asked : CANCEL.verb(what)}
      </Button>
      {sent && (
        <span id={reason} role="status" className="small quiet">
          {CANCEL.sent}
        </span>
      )}
    </>
  );
}

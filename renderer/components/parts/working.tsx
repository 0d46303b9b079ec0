// What a running command is doing. It appears after a moment of patience and is read out politely.
import { Progress } from '@mantine/core';
import type { Channel } from '../../../shared/channels.ts';
import { useActivity } from '../../state/progress.ts';
import { capitalised } from '../../text/hex.ts';
import { words } from '../../words/words.ts';
import './working.css';

interface WorkingProps {
  channel: Channel;
  busy: boolean;
  /** Said until the main process reports a step of its own. */
  label: string;
  /** Words for the steps, where the main process reports them by code. */
  wordFor?: (label: string) => string;
}

export function Working({ channel, busy, label, wordFor = capitalised }: WorkingProps) {
  const { visible, progress } = useActivity(channel, busy);
  return (
    <div role="status" className="working" data-visible={visible}>
      {visible && (
        <>
          <span>{progress ? words.common.stepOf(wordFor(progress.label), progress.step, progress.of) : label}</span>
          {progress && (
            <Progress aria-hidden className="working-bar" size={4} value={(100 * progress.step) / progress.of} />
          )}
        </>
      )}
    </div>
  );
}

// What a running command is doing, and where it can be stopped the way to that. It appears after a moment of patience and
// is read out politely.
import { Progress } from '@mantine/core';
import type { Channel } from '../../shared/channels.ts';
import type { Command } from '../state/commands.ts';
import { useActivity } from '../state/progress.ts';
import { capitalised } from '../text/hex.ts';
import { words } from '../text/words.ts';
import { CancelButton } from './cancel-button.tsx';
import './working.css';

interface WorkingProps<C extends Channel> {
  channel: C;
  busy: boolean;
  /** Said until the main process reports a step of its own. */
  label: string;
  /** Words for the steps, where the main process reports them by code. */
  wordFor?: (label: string) => string;
  /** Work that can be stopped: which it is, and what it is called on the button. */
  cancel?: { command: Pick<Command<C>, 'call' | 'sending'>; what: string } | undefined;
}

export function Working<C extends Channel>({ channel, busy, label, wordFor = capitalised, cancel }: WorkingProps<C>) {
  const { visible, progress } = useActivity(channel, busy, cancel?.command.call);
  return (
    <>
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
      {visible && cancel && <CancelButton {...cancel} />}
    </>
  );
}

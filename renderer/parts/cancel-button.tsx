// Asks a running command to stop. It stops at the next place where nothing is half done, and says so itself; once it has
// sent something that cannot be taken back, the button is closed and says why.
import type { Channel } from '../../shared/channels.ts';
import { announce } from '../state/announce.ts';
import { type Command, useCommand } from '../state/commands.ts';
import { words } from '../text/words.ts';
import { StopButton } from './stop-button.tsx';

const CANCEL = words.controls.cancel;

interface CancelButtonProps<C extends Channel> {
  command: Pick<Command<C>, 'call' | 'sending'>;
  /** What is cancelled. */
  what: string;
}

export function CancelButton<C extends Channel>({ command: { call, sending }, what }: CancelButtonProps<C>) {
  const cancel = useCommand('work.cancel');

  async function ask() {
    const outcome = await cancel.run({ call });
    announce(outcome.done ? CANCEL.stopping(what) : CANCEL.notStopped(what));
  }

  return <StopButton what={what} asked={cancel.result !== undefined} sent={sending} onStop={() => void ask()} />;
}

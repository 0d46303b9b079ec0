// A dialog whose command takes what is there when it is confirmed; once it is done, that is said and the dialog goes.
import type { ComponentProps } from 'react';
import type { Channel } from '../../shared/channels.ts';
import type { ArgsOf, ResultOf } from '../../shared/contract.ts';
import { announce } from '../state/announce.ts';
import type { Command } from '../state/commands.ts';
import { CommandDialog } from './command-dialog.tsx';

interface ActDialogProps<C extends Channel> extends Omit<
  ComponentProps<typeof CommandDialog<C>>,
  'command' | 'onSubmit'
> {
  command: Command<C>;
  /** What it is run with; `null` while a form shows problems. */
  args: () => ArgsOf<C> | null;
  /** The words that say what was done. */
  done: (result: ResultOf<C>, args: ArgsOf<C>) => string;
}

export function ActDialog<C extends Channel>({ args, done, ...dialog }: ActDialogProps<C>) {
  const { command, onClose } = dialog;

  async function submit() {
    const given = args();
    const outcome = given === null ? null : await command.run(given);
    if (given !== null && outcome?.done === true) {
      announce(done(outcome.result, given));
      onClose();
    }
  }

  return <CommandDialog {...dialog} onSubmit={submit} />;
}

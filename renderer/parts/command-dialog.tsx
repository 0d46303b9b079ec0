// A dialog around one command: what it will do, its error, what it is doing, and the two ways out. It cannot be
// closed while the command is at work.
import { Button, Modal } from '@mantine/core';
import type { SubmitEvent, ReactNode } from 'react';
import type { Channel } from '../../shared/channels.ts';
import type { Command } from '../state/commands.ts';
import { useRoute } from '../state/route.ts';
import { words } from '../text/words.ts';
import { ComeIntoView } from './come-into-view.tsx';
import { Failure } from './failure.tsx';
import { SecondOfficerAhead } from './second-officer-ahead.tsx';
import { Working } from './working.tsx';
import './command-dialog.css';

interface CommandDialogProps<C extends Channel> {
  title: string;
  /** The words on the button that acts. */
  verb: string;
  /** Said while the command is at work. */
  working: string;
  command: Pick<Command<C>, 'channel' | 'busy' | 'error' | 'call' | 'sending'>;
  /** What is said of the act so far, where it depends on that whether it wants a second officer. */
  said?: Readonly<Record<string, unknown>>;
  /** For a command that can be stopped: what it is called on the button that does. */
  cancel?: string;
  /** Whether everything asked for is there. */
  ready?: boolean;
  dangerous?: boolean;
  wide?: boolean;
  /** A quieter way, on the far side from the button that acts. */
  aside?: ReactNode;
  onSubmit: () => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}

export function CommandDialog<C extends Channel>({
  title,
  verb,
  working,
  command,
  said,
  cancel,
  ready = true,
  dangerous = false,
  wide = false,
  aside,
  onSubmit,
  onClose,
  children,
}: CommandDialogProps<C>) {
  const { busy, channel, error } = command;
  const here = useRoute();

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (ready && !busy) {
      void onSubmit();
    }
  }

  return (
    <Modal
      opened
      title={title}
      size={wide ? 640 : 500}
      onClose={busy ? () => undefined : onClose}
      closeOnEscape={!busy}
      closeOnClickOutside={false}
      withCloseButton={!busy}
    >
      <form onSubmit={submit} noValidate className="stack">
        <div className="dialog-body">
          {children}
          {'tenant' in here && error === null && (
            <SecondOfficerAhead tenant={here.tenant} act={channel} {...(said === undefined ? {} : { said })} />
          )}
        </div>
        <ComeIntoView news={error !== null}>
          <Failure error={error} />
        </ComeIntoView>
        <div className="dialog-end">
          {!busy && aside}
          <Working
            channel={channel}
            busy={busy}
            label={working}
            {...(cancel === undefined ? {} : { cancel: { command, what: cancel } })}
          />
          <div className="row push-end">
            <Button variant="default" onClick={onClose} disabled={busy}>
              {words.common.cancel}
            </Button>
            <Button type="submit" {...(dangerous ? { color: 'danger' } : {})} loading={busy} disabled={!ready}>
              {verb}
            </Button>
          </div>
        </div>
      </form>
    </Modal>
  );
}

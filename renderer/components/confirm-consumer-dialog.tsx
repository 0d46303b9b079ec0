// A person says what one consumer, or each that holds keys by hand, has answered. No machine can know it, so it is asked
// and recorded.
import type { ConsumerAnswer } from '../../shared/consumers.ts';
import { announce } from '../state/announce.ts';
import { useCommand } from '../state/commands.ts';
import { ANSWER } from '../text/consumer-words.ts';
import { shortKid } from '../text/hex.ts';
import { CommandDialog } from './command-dialog.tsx';

export interface Asked {
  /** Names; more than one when all that hold keys by hand are meant. */
  consumers: readonly string[];
  kid: string;
  answer: ConsumerAnswer;
  /** Whom to ask, when one is meant and it is known. */
  contact: string | null;
}

interface ConfirmConsumerDialogProps {
  tenant: string;
  asked: Asked;
  onClose: () => void;
}

export function ConfirmConsumerDialog({ tenant, asked, onClose }: ConfirmConsumerDialogProps) {
  const { consumers, kid, answer, contact } = asked;
  const confirm = useCommand('consumer.confirm');
  const words = ANSWER[answer](shortKid(kid));
  const [only] = consumers;
  const one = consumers.length === 1 ? only : undefined;

  async function submit() {
    const whom = one === undefined ? {} : { consumer: one };
    if ((await confirm.run({ tenant, kid, answer, ...whom })).done) {
      announce(`Confirmed: ${consumers.join(', ')} ${words.said}`);
      onClose();
    }
  }

  return (
    <CommandDialog
      title={one === undefined ? words.question.replace(/\bit\b/, 'each of them') : `${one}: ${words.question}`}
      verb={one === undefined ? 'Yes, all of them' : words.verb}
      working="Recording the confirmation"
      command={confirm}
      onSubmit={submit}
      onClose={onClose}
    >
      {one === undefined && <p>{consumers.join(', ')}</p>}
      <p>{words.means}</p>
      {contact !== null && <p>Contact: {contact}</p>}
      <p>Your confirmation goes into the audit log under your name.</p>
    </CommandDialog>
  );
}

// A person says what one consumer, or each that holds keys by hand, has answered. No machine can know it, so it is asked
// and recorded.
import type { ConsumerAnswer } from '../../../shared/domain/consumers/consumer.ts';
import { useCommand } from '../../state/commands.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';

const said = words.consumers.confirm;

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
  const asking = words.consumers.answer[answer](shortKid(kid));
  const [only] = consumers;
  const one = consumers.length === 1 ? only : undefined;

  return (
    <ActDialog
      title={one === undefined ? asking.questionToAll : said.titleOf(one, asking.question)}
      verb={one === undefined ? said.allOfThem : asking.verb}
      working={said.working}
      command={confirm}
      args={() => ({ tenant, kid, answer, ...(one === undefined ? {} : { consumer: one }) })}
      done={() => said.done(consumers.join(', '), asking.said)}
      onClose={onClose}
    >
      {one === undefined && <p>{consumers.join(', ')}</p>}
      <p>{asking.means}</p>
      {contact !== null && <p>{said.contact(contact)}</p>}
      <p>{said.underYourName}</p>
    </ActDialog>
  );
}

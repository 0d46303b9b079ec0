// The questions about one key: a line that says what is asked and how many answers are missing, and under it, unfolded,
// the consumers by name.
import { Button, Table } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { type AskedConsumer, type OpenKey, startsFolded } from '../state/open-answers.ts';
import { hrefOf } from '../../state/route.ts';
import { shortKid } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import type { Asked } from './confirm-consumer-dialog.tsx';
import { ConsumerFileButton } from './consumer-file-button.tsx';
import { When } from '../../parts/when.tsx';
import './open-answers.css';

const said = words.consumers.open;

interface OpenKeyProps {
  tenant: string;
  open: OpenKey;
  onAsk: (asked: Asked) => void;
}

export function OpenKeyRows({ tenant, open, onAsk }: OpenKeyProps) {
  const [folded, setFolded] = useState(startsFolded(open));
  const { kid, ring, state, answer, asked } = open;
  const name = shortKid(kid);
  return (
    <Table.Tbody>
      <Table.Tr className="open-key-head">
        <Table.Th scope="rowgroup" colSpan={3}>
          <div className="row row-wrap">
            <button
              type="button"
              className="open-key-toggle"
              aria-expanded={!folded}
              aria-label={said.aboutKey(said.asked[answer], name)}
              onClick={() => setFolded(!folded)}
            >
              {folded ? <IconChevronRight size={15} aria-hidden /> : <IconChevronDown size={15} aria-hidden />}
              {said.asked[answer]}
            </button>
            <a className="link mono" href={hrefOf({ screen: 'key', tenant, kid })} title={kid}>
              {name}
            </a>
            <span className="open-key-of">{said.stateOf(words.model.state[state].word, ring)}</span>
            <span className="open-key-of numbers push-end">{said.missing(asked.length)}</span>
            {asked.length > 1 && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={said.confirmAllOf(words.consumers.answer[answer](name).said)}
                onClick={() =>
                  onAsk({ consumers: asked.map(({ consumer }) => consumer.name), kid, answer, contact: null })
                }
              >
                {said.confirmAll}
              </Button>
            )}
          </div>
        </Table.Th>
      </Table.Tr>
      {!folded && asked.map((one) => <Row key={one.consumer.id} tenant={tenant} open={open} one={one} onAsk={onAsk} />)}
    </Table.Tbody>
  );
}

function Row({ tenant, open: { kid, answer }, one, onAsk }: OpenKeyProps & { one: AskedConsumer }) {
  const { handedOutAt } = one;
  const { name, contact, format } = one.consumer;
  return (
    <Table.Tr>
      <Table.Td>
        {name}
        {contact !== null && <span className="table-second">{contact}</span>}
      </Table.Td>
      <Table.Td>
        {handedOutAt !== null && say(said.given(<When at={handedOutAt} />))}
        {handedOutAt === null && answer === 'has' && <span className="quiet">{said.notGiven}</span>}
        {format !== null && answer === 'has' && (
          <span className="table-second">
            <ConsumerFileButton tenant={tenant} consumer={name} kid={kid} />
          </span>
        )}
      </Table.Td>
      <Table.Td>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={said.confirmOf(name, words.consumers.answer[answer](shortKid(kid)).said)}
          onClick={() => onAsk({ consumers: [name], kid, answer, contact })}
        >
          {said.confirm}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

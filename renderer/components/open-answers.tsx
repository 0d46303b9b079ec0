// Who still has to confirm what about which key, over all consumers of a tenant.
import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import type { ConsumerView, OpenAnswer } from '../../shared/consumers.ts';
import { hrefOf } from '../state/route.ts';
import { shortKid } from '../text/hex.ts';
import { STATE } from '../text/words.ts';
import { words } from '../words/words.ts';
import { type Asked, ConfirmConsumerDialog } from './confirm-consumer-dialog.tsx';
import { ConsumerFileButton } from './consumer-file-button.tsx';
import './data-table.css';
import { When } from './when.tsx';

const said = words.consumers.open;

interface OpenAnswersProps {
  tenant: string;
  views: readonly ConsumerView[];
}

export function OpenAnswers({ tenant, views }: OpenAnswersProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <>
      <Table.ScrollContainer minWidth={620} type="native" tabIndex={0}>
        <Table verticalSpacing={8} className="data-table">
          <caption className="table-caption">{said.table}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{said.consumer}</Table.Th>
              <Table.Th scope="col">{said.question}</Table.Th>
              <Table.Th scope="col">{words.common.key}</Table.Th>
              <Table.Th scope="col">{said.file}</Table.Th>
              <Table.Th scope="col">{said.answer}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {views.flatMap((view) =>
              view.open.map((open) => (
                <Row key={`${view.consumer.id} ${open.kid}`} tenant={tenant} view={view} open={open} onAsk={setAsked} />
              )),
            )}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {asked !== null && <ConfirmConsumerDialog tenant={tenant} asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

interface RowProps {
  tenant: string;
  view: ConsumerView;
  open: OpenAnswer;
  onAsk: (asked: Asked) => void;
}

function Row({ tenant, view: { consumer }, open, onAsk }: RowProps) {
  const { kid, ring, state, answer, handedOutAt } = open;
  const { name, contact, format } = consumer;
  return (
    <Table.Tr>
      <Table.Td>
        {name}
        {contact !== null && <span className="table-second">{contact}</span>}
      </Table.Td>
      <Table.Td>{said.asked[answer]}</Table.Td>
      <Table.Td>
        <a className="link mono" href={hrefOf({ screen: 'key', tenant, kid })} title={kid}>
          {shortKid(kid)}
        </a>
        <span className="table-second">{said.stateOf(STATE[state].word, ring)}</span>
      </Table.Td>
      <Table.Td>
        {handedOutAt !== null && said.given(<When at={handedOutAt} />)}
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

// Who still has to confirm what, folded by the key that it is about.
import { Table } from '@mantine/core';
import { useState } from 'react';
import type { ConsumerView } from '../../../shared/consumers.ts';
import { openKeys } from '../../state/open-answers.ts';
import { words } from '../../words/words.ts';
import { type Asked, ConfirmConsumerDialog } from './confirm-consumer-dialog.tsx';
import { OpenKeyRows } from './open-key-rows.tsx';
import '../parts/data-table.css';

const said = words.consumers.open;

interface OpenAnswersProps {
  tenant: string;
  views: readonly ConsumerView[];
}

export function OpenAnswers({ tenant, views }: OpenAnswersProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <>
      <Table.ScrollContainer minWidth={560} type="native" tabIndex={0}>
        <Table verticalSpacing={8} className="data-table">
          <caption className="table-caption">{said.table}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{said.consumer}</Table.Th>
              <Table.Th scope="col">{said.file}</Table.Th>
              <Table.Th scope="col">{said.answer}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          {openKeys(views).map((open) => (
            <OpenKeyRows key={open.kid} tenant={tenant} open={open} onAsk={setAsked} />
          ))}
        </Table>
      </Table.ScrollContainer>
      {asked !== null && <ConfirmConsumerDialog tenant={tenant} asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

// Who still has to confirm what, folded by the key that it is about.
import { useState } from 'react';
import type { ConsumerView } from '../../../shared/domain/consumers/consumer.ts';
import { openKeys } from '../state/open-answers.ts';
import { words } from '../../text/words.ts';
import { type Asked, ConfirmConsumerDialog } from './confirm-consumer-dialog.tsx';
import { OpenKeyRows } from './open-key-rows.tsx';
import { DataTable } from '../../parts/data-table.tsx';

const said = words.consumers.open;

interface OpenAnswersProps {
  tenant: string;
  views: readonly ConsumerView[];
}

export function OpenAnswers({ tenant, views }: OpenAnswersProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <>
      <DataTable caption={said.table} heads={[said.consumer, said.file, said.answer]} minWidth={560} grouped>
        {openKeys(views).map((open) => (
          <OpenKeyRows key={open.kid} tenant={tenant} open={open} onAsk={setAsked} />
        ))}
      </DataTable>
      {asked !== null && <ConfirmConsumerDialog tenant={tenant} asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

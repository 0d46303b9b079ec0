// What was published before, newest first, and the ways back. Nothing is sent from here: each way leads to a preview.
import { ActionIcon, Button, Menu, Skeleton, Table } from '@mantine/core';
import { IconDots, IconHistory, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { PastPublication } from '../../../shared/acts/publishing.ts';
import { usePublishHistory } from '../state/queries.ts';
import type { PublishFlow } from '../state/publish-flow.ts';
import { exactTime } from '../../text/dates.ts';
import { shortHash, shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';

const SHOWN = 8;
const said = words.publish.history;

type HistoryFlow = Pick<PublishFlow, 'takeAim' | 'push'>;

export function PublicationHistory({ tenant, flow }: { tenant: string; flow: HistoryFlow }) {
  const { data: past, error, refetch } = usePublishHistory(tenant);
  const { takeAim, push } = flow;
  return (
    <Section
      title={said.title}
      lead={said.lead}
      actions={
        <>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconHistory size={15} aria-hidden />}
            disabled={push.busy || past === undefined || past.length === 0}
            onClick={() => takeAim({ act: 'rollback', to: null })}
          >
            {said.undo}
          </Button>
          <Menu position="bottom-end" width={230}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size={30} aria-label={said.more} disabled={push.busy}>
                <IconDots size={17} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={() => takeAim({ act: 'clear' })}>
                {said.clear}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      {past === undefined ? (
        error === null ? (
          <Skeleton height={80} />
        ) : (
          <Failure error={error} onRetry={() => void refetch()} />
        )
      ) : past.length === 0 ? (
        <p className="quiet">{said.nothing}</p>
      ) : (
        <HistoryTable past={past} flow={flow} />
      )}
    </Section>
  );
}

function HistoryTable({ past, flow }: { past: readonly PastPublication[]; flow: HistoryFlow }) {
  const [all, setAll] = useState(false);
  const shown = all ? past : past.slice(0, SHOWN);
  return (
    <div className="stack-tight">
      <DataTable
        caption={said.table}
        heads={[words.common.what, words.common.when, said.keys, said.hash, { unseen: said.wayBack }]}
        minWidth={560}
        spacing={6}
      >
        {shown.map((one) => (
          <Row key={one.id} past={one} flow={flow} />
        ))}
      </DataTable>
      {shown.length < past.length && (
        <div className="row">
          <Button variant="subtle" size="xs" onClick={() => setAll(true)}>
            {said.showAll(past.length)}
          </Button>
        </div>
      )}
    </div>
  );
}

function Row({ past, flow: { takeAim, push } }: { past: PastPublication; flow: HistoryFlow }) {
  const { act, at, kids, hash, canComeBack, confirmedAt } = past;
  return (
    <Table.Tr>
      <Table.Td>
        {words.publish.act[act].word}
        {confirmedAt === null && <span className="table-second">{said.notVisible}</span>}
      </Table.Td>
      <Table.Td>
        <When at={at} precision="second" />
      </Table.Td>
      <Table.Td>
        <span className="numbers">{said.keyCount(kids.length)}</span>
        <span className="table-second mono" title={kids.join('\n')}>
          {kids.map(shortKid).join(', ')}
        </span>
      </Table.Td>
      <Table.Td>
        <span className="mono" title={hash}>
          {shortHash(hash)}
        </span>
      </Table.Td>
      <Table.Td>
        {canComeBack && kids.length > 0 ? (
          <Button
            variant="default"
            size="xs"
            disabled={push.busy}
            aria-label={said.restoreOf(exactTime(at))}
            onClick={() => takeAim({ act: 'rollback', to: past })}
          >
            {said.restore}
          </Button>
        ) : (
          <span className="quiet small">{kids.length === 0 ? said.empty : said.notKept}</span>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

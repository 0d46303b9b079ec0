// What was published before, newest first, and the ways back. Nothing is sent from here: each way leads to a preview.
import { ActionIcon, Button, Menu, Skeleton, Table, VisuallyHidden } from '@mantine/core';
import { IconDots, IconHistory, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { PastPublication } from '../../shared/contract.ts';
import { usePublishHistory } from '../state/queries.ts';
import type { PublishFlow } from '../state/publish-flow.ts';
import { exactTime } from '../text/dates.ts';
import { count, shortHash, shortKid } from '../text/hex.ts';
import { ACT } from '../text/publish-words.ts';
import './data-table.css';
import { Failure } from './failure.tsx';
import { Section } from './section.tsx';
import { When } from './when.tsx';

const SHOWN = 8;

type HistoryFlow = Pick<PublishFlow, 'takeAim' | 'push'>;

export function PublicationHistory({ tenant, flow }: { tenant: string; flow: HistoryFlow }) {
  const { data: past, error, refetch } = usePublishHistory(tenant);
  const { takeAim, push } = flow;
  return (
    <Section
      title="History"
      lead="Every set that went out. Bringing one back begins with a preview, like a push."
      actions={
        <>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconHistory size={15} aria-hidden />}
            disabled={push.busy || past === undefined || past.length === 0}
            onClick={() => takeAim({ act: 'rollback', to: null })}
          >
            Undo the last push…
          </Button>
          <Menu position="bottom-end" width={230}>
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={30}
                aria-label="More for the published set"
                disabled={push.busy}
              >
                <IconDots size={17} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={() => takeAim({ act: 'clear' })}>
                Take everything down…
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
        <p className="quiet">Nothing was published from here yet.</p>
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
      <Table.ScrollContainer minWidth={560} type="native" tabIndex={0}>
        <Table verticalSpacing={6} className="data-table" aria-label="Publications">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">What</Table.Th>
              <Table.Th scope="col">When</Table.Th>
              <Table.Th scope="col">Keys</Table.Th>
              <Table.Th scope="col">Hash</Table.Th>
              <Table.Th scope="col">
                <VisuallyHidden>Way back</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((one) => (
              <Row key={one.id} past={one} flow={flow} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {shown.length < past.length && (
        <div className="row">
          <Button variant="subtle" size="xs" onClick={() => setAll(true)}>
            Show all {past.length}
          </Button>
        </div>
      )}
    </div>
  );
}

function Row({ past, flow: { takeAim, push } }: { past: PastPublication; flow: HistoryFlow }) {
  const { act, at, kids, hash, canComeBack } = past;
  return (
    <Table.Tr>
      <Table.Td>{ACT[act].word}</Table.Td>
      <Table.Td>
        <When at={at} precision="second" />
      </Table.Td>
      <Table.Td>
        <span className="numbers">{count(kids.length, 'key')}</span>
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
            aria-label={`Bring this set back… ${exactTime(at)}`}
            onClick={() => takeAim({ act: 'rollback', to: past })}
          >
            Bring this set back…
          </Button>
        ) : (
          <span className="quiet small">{kids.length === 0 ? 'An empty set' : 'Its bytes were not kept'}</span>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

// How bulk work ended, tenant by tenant, what needs a person first.
import { Table } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight, IconCheck, IconEye, IconPlayerSkipForward } from '@tabler/icons-react';
import type { BulkResult, BulkState } from '../state/bulk-acts.ts';
import { hrefOf } from '../../state/route.ts';
import { words } from '../../text/words.ts';
import { Badge, type BadgeTone } from '../../parts/badge.tsx';
import { DataTable } from '../../parts/data-table.tsx';

const { run, state: stateWords } = words.bulk;

/** In the order in which they are told. */
const STATES: readonly BulkState[] = ['refused', 'look', 'skipped', 'ready', 'done'];

const SIGN: Record<BulkState, { Icon: typeof IconCheck; tone: BadgeTone }> = {
  refused: { Icon: IconAlertTriangle, tone: 'danger' },
  look: { Icon: IconEye, tone: 'caution' },
  skipped: { Icon: IconPlayerSkipForward, tone: 'neutral' },
  ready: { Icon: IconArrowRight, tone: 'accent' },
  done: { Icon: IconCheck, tone: 'neutral' },
};

/** `1 refused, 4 done.` */
export const sumOf = (rows: readonly BulkResult[]): string =>
  run.sum(
    STATES.map((state) => ({ state, amount: rows.filter((row) => row.state === state).length }))
      .filter(({ amount }) => amount > 0)
      .map(({ state, amount }) => stateWords[state].sum(amount))
      .join(', '),
  );

export function BulkResults({ rows }: { rows: readonly BulkResult[] }) {
  return (
    <DataTable
      caption={run.caption}
      heads={[run.tenant, run.result, run.what]}
      minWidth={420}
      maxHeight={320}
      spacing={6}
      className="bulk-results"
    >
      {STATES.flatMap((state) => rows.filter((row) => row.state === state)).map((row) => (
        <Row key={row.tenant} row={row} />
      ))}
    </DataTable>
  );
}

function Row({ row: { tenant, state, said } }: { row: BulkResult }) {
  const { Icon, tone } = SIGN[state];
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <a className="link" href={hrefOf({ screen: 'publish', tenant })}>
          {tenant}
        </a>
      </Table.Th>
      <Table.Td>
        <Badge tone={tone} icon={<Icon size={13} aria-hidden />}>
          {stateWords[state].word}
        </Badge>
      </Table.Td>
      <Table.Td className="bulk-said">{said}</Table.Td>
    </Table.Tr>
  );
}

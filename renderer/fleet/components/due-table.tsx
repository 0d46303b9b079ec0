// Events of one severity as rows: when, what to do, and where.
import { Table } from '@mantine/core';
import type { ForecastEvent } from '../../../shared/domain/timing/due.ts';
import { useNow } from '../../state/now.ts';
import { hrefOf } from '../../state/route.ts';
import { relativeTo } from '../../text/dates.ts';
import { shortKid } from '../../text/hex.ts';
import { When } from '../../parts/when.tsx';
import { words } from '../../text/words.ts';
import { DataTable } from '../../parts/data-table.tsx';
import './due-table.css';

const { columns } = words.due;

export function DueTable({ caption, events }: { caption: string; events: readonly ForecastEvent[] }) {
  return (
    <DataTable
      caption={caption}
      heads={[columns.when, columns.todo, columns.ring, columns.key]}
      minWidth={620}
      className="flush-table due-table"
    >
      {events.map((event) => (
        <DueRow key={event.id} event={event} />
      ))}
    </DataTable>
  );
}

function DueRow({ event: { kind, at, tenant, ring, kid } }: { event: ForecastEvent }) {
  const now = useNow();
  const { title, todo } = words.shared.forecast[kind];
  return (
    <Table.Tr>
      <Table.Td className="due-when">
        <When at={at} />
        <span className="quiet due-second">{relativeTo(at, now)}</span>
      </Table.Td>
      <Table.Td>
        <span className="due-title">{title}</span>
        <span className="quiet due-second">{todo}</span>
      </Table.Td>
      <Table.Td>
        <a className="link" href={hrefOf({ screen: 'keys', tenant })}>
          {tenant}
        </a>
        <span className="quiet due-second">{ring}</span>
      </Table.Td>
      <Table.Td className="due-kid">
        <a className="link mono" href={hrefOf({ screen: 'key', tenant, kid })} title={kid}>
          {shortKid(kid)}
        </a>
      </Table.Td>
    </Table.Tr>
  );
}

// Events of one severity as rows: when, what to do, and where.
import { Table } from '@mantine/core';
import type { ForecastEvent } from '../../../shared/forecast.ts';
import { useNow } from '../../state/now.ts';
import { hrefOf } from '../../state/route.ts';
import { relativeTo } from '../../text/dates.ts';
import { shortKid } from '../../text/hex.ts';
import { When } from '../parts/when.tsx';
import { words } from '../../words/words.ts';
import '../parts/data-table.css';
import './due-table.css';

const { columns } = words.due;

export function DueTable({ caption, events }: { caption: string; events: readonly ForecastEvent[] }) {
  return (
    <Table.ScrollContainer minWidth={620} type="native">
      <Table verticalSpacing={8} className="data-table due-table">
        <caption className="table-caption">{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{columns.when}</Table.Th>
            <Table.Th scope="col">{columns.todo}</Table.Th>
            <Table.Th scope="col">{columns.ring}</Table.Th>
            <Table.Th scope="col">{columns.key}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {events.map((event) => (
            <DueRow key={event.id} event={event} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
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

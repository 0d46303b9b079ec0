// The time line of the fleet: how many steps of each kind fall due in each of the next weeks. A circle is coming, a square
// is overdue; both bear their number. The same stands below as a table.
import { Table } from '@mantine/core';
import type { ForecastEvent } from '../../../shared/domain/timing/due.ts';
import { fleetLine, tenantsOf } from '../state/fleet-line.ts';
import { useNow } from '../../state/now.ts';
import { dayOf, dayOfYear } from '../../text/dates.ts';
import { amountOf } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { Section } from '../../parts/section.tsx';
import { PictureTable } from './picture-table.tsx';
import './fleet-line.css';

const said = words.due.line;

/** Names that a cell of the table holds. */
const NAMED = 4;

type Row = ReturnType<typeof fleetLine>[number];

/** `events`: overdue, and those of the next weeks. */
export function FleetLine({ events }: { events: readonly ForecastEvent[] }) {
  const now = useNow();
  const rows = fleetLine(events, now);
  const overdue = rows.reduce((sum, row) => sum + row.overdue.length, 0);
  const coming = rows.flatMap(({ weeks }) => weeks).reduce((sum, week) => sum + week.events.length, 0);
  return (
    <Section title={said.title} lead={said.lead}>
      {rows.length === 0 ? (
        <p className="quiet small">{said.none}</p>
      ) : (
        <>
          <div role="img" aria-label={said.picture(coming + overdue, overdue)} className="fleet-line">
            <Head weeks={rows[0]?.weeks ?? []} />
            {rows.map((row) => (
              <Lane key={row.kind} row={row} />
            ))}
          </div>
          <LineTable rows={rows} />
        </>
      )}
    </Section>
  );
}

function Head({ weeks }: { weeks: Row['weeks'] }) {
  return (
    <div className="fleet-line-row fleet-line-head">
      <span />
      <span>{said.overdue}</span>
      {weeks.map(({ from }, week) => (
        // Every second one has room.
        <span key={from}>{week === 0 ? said.now : week % 2 === 0 ? dayOfYear(new Date(from).toISOString()) : ''}</span>
      ))}
    </div>
  );
}

function Lane({ row: { kind, overdue, weeks } }: { row: Row }) {
  return (
    <div className="fleet-line-row">
      <span className="fleet-line-kind">{words.shared.forecast[kind].title}</span>
      <Mark amount={overdue.length} overdue />
      {weeks.map(({ from, events }) => (
        <Mark key={from} amount={events.length} />
      ))}
    </div>
  );
}

function Mark({ amount, overdue = false }: { amount: number; overdue?: boolean }) {
  const size = amount >= 100 ? 'large' : amount >= 10 ? 'middle' : 'small';
  return (
    <span className="fleet-line-cell">
      {amount > 0 && (
        <span className="fleet-mark numbers" data-overdue={overdue} data-size={size}>
          {amountOf(amount)}
        </span>
      )}
    </span>
  );
}

function LineTable({ rows }: { rows: readonly Row[] }) {
  const cells = [
    ...rows.map(({ kind, overdue }) => ({ kind, week: said.overdue, key: `${kind} overdue`, events: overdue })),
    ...(rows[0]?.weeks ?? []).flatMap(({ from }, week) =>
      rows.map(({ kind, weeks }) => ({
        kind,
        week: said.weekOf(dayOf(new Date(from).toISOString())),
        key: `${kind} ${from}`,
        events: weeks[week]?.events ?? [],
      })),
    ),
  ].filter(({ events }) => events.length > 0);
  return (
    <PictureTable caption={said.caption} heads={[said.week, said.step, said.amount, said.tenants]}>
      {cells.map(({ kind, week, key, events }) => {
        const names = tenantsOf(events);
        return (
          <Table.Tr key={key}>
            <Table.Td>{week}</Table.Td>
            <Table.Td>{words.shared.forecast[kind].title}</Table.Td>
            <Table.Td className="numbers">{amountOf(events.length)}</Table.Td>
            <Table.Td className="names">
              {said.andMore(names.slice(0, NAMED).join(', '), Math.max(0, names.length - NAMED))}
            </Table.Td>
          </Table.Tr>
        );
      })}
    </PictureTable>
  );
}

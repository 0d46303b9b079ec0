// The ring on one line: what happened, now, and what is coming; in order, not to scale. The same as a table, with
// everything that does not fit on the line.
import { SegmentedControl, Table } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import { useNowNear } from '../../state/now.ts';
import { aroundNow, ringEvents, type RingEvent } from '../state/ring-events.ts';
import { dayAndTimeInZone, dayOf, relativeTo } from '../../text/dates.ts';
import { countdown } from '../../text/durations.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { ClockShape } from './clock-shape.tsx';
import { Kid } from '../../parts/kid.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import './ring-timeline.css';

type Look = 'line' | 'table';

/** Marks that fit side by side in the narrowest window. */
const ROOM = 7;

export function RingTimeline({ view }: { view: RingView }) {
  const [open, setOpen] = useState(false);
  const [look, setLook] = useState<Look>('line');
  const id = useId();
  const name = view.ring.name;
  return (
    <div className="ring-time">
      <div className="row ring-time-head">
        <button
          type="button"
          className="ring-time-toggle"
          aria-expanded={open}
          {...(open ? { 'aria-controls': id } : {})}
          onClick={() => setOpen(!open)}
        >
          {open ? <IconChevronDown size={15} aria-hidden /> : <IconChevronRight size={15} aria-hidden />}
          {words.timeline.toggle} <span className="table-caption">{words.timeline.ofRing(name)}</span>
        </button>
        {open && (
          <SegmentedControl
            size="xs"
            className="push-end"
            aria-label={words.timeline.look(name)}
            value={look}
            onChange={(value) => setLook(value === 'table' ? 'table' : 'line')}
            data={[
              { value: 'line', label: words.timeline.line },
              { value: 'table', label: words.timeline.table },
            ]}
          />
        )}
      </div>
      {open && <div id={id}>{look === 'line' ? <Line view={view} /> : <EventTable view={view} />}</div>}
    </div>
  );
}

function useEvents(view: RingView): { events: RingEvent[]; now: number } {
  const events = ringEvents(view);
  return { events, now: useNowNear(...events.map(({ at }) => at)) };
}

function Line({ view }: { view: RingView }) {
  const { events, now } = useEvents(view);
  const { past, coming } = aroundNow(events, now, ROOM);
  return (
    <ol className="plain-list line" aria-label={words.timeline.label(view.ring.name)}>
      {past.map((event) => (
        <EventMark key={markKey(event)} event={event} now={now} />
      ))}
      <li className="mark" data-when="now">
        <span className="mark-dot" aria-hidden />
        <span className="mark-word">{words.timeline.now}</span>
      </li>
      {coming.map((event) => (
        <EventMark key={markKey(event)} event={event} now={now} />
      ))}
    </ol>
  );
}

const markKey = ({ kind, kid }: RingEvent): string => `${kind} ${kid}`;

function EventMark({ event: { kind, at, kid }, now }: { event: RingEvent; now: number }) {
  const coming = Date.parse(at) > now;
  return (
    <li className="mark" data-when={coming ? 'coming' : 'past'}>
      <span className="mark-dot">
        <EventShape kind={kind} coming={coming} />
      </span>
      <span className="mark-word">{words.timeline.event[kind].short}</span>
      <span className="mono mark-kid" title={kid}>
        {shortKid(kid)}
      </span>
      <time className="mark-at numbers" dateTime={at} title={dayAndTimeInZone(at)}>
        {coming ? words.timeline.inTime(countdown(Date.parse(at) - now)) : dayOf(at)}
      </time>
    </li>
  );
}

function EventShape({ kind, coming }: { kind: RingEvent['kind']; coming: boolean }): ReactNode {
  switch (kind) {
    case 'created':
    case 'published':
      return <StateShape state="next" size={13} />;
    case 'current':
      return <StateShape state="current" size={13} />;
    case 'replaced':
      return <StateShape state="replaced" size={13} />;
    case 'revoked':
    case 'taken-down':
    case 'destroyed':
      return <StateShape state="revoked" size={13} />;
    case 'ready':
    case 'safe':
    case 'bites':
    case 'bites-worst':
    case 'erasure':
      return <ClockShape phase={coming ? 'waiting' : 'come'} size={14} />;
  }
}

function EventTable({ view }: { view: RingView }) {
  const { events, now } = useEvents(view);
  return (
    <DataTable
      caption={words.timeline.caption}
      heads={[
        words.common.when,
        words.timeline.fromNow,
        words.common.what,
        words.timeline.kid,
        words.timeline.stateToday,
      ]}
      minWidth={560}
      spacing={5}
    >
      {events.map((event) => (
        <Table.Tr key={markKey(event)}>
          <Table.Td className="numbers">
            <time dateTime={event.at}>{dayAndTimeInZone(event.at)}</time>
          </Table.Td>
          <Table.Td className="numbers">
            {Date.parse(event.at) > now
              ? words.timeline.inTime(countdown(Date.parse(event.at) - now))
              : relativeTo(event.at, now)}
          </Table.Td>
          <Table.Td>{words.timeline.event[event.kind].long}</Table.Td>
          <Table.Td>
            <Kid kid={event.kid} copyable={false} />
          </Table.Td>
          <Table.Td>
            <StateBadge state={event.state} />
          </Table.Td>
        </Table.Tr>
      ))}
    </DataTable>
  );
}

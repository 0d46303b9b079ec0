// What is coming for all keys of all tenants: overdue, soon, later. The same as a calendar file.
import { Button, NativeSelect, Skeleton, TextInput, VisuallyHidden } from '@mantine/core';
import { IconCalendarCheck, IconCalendarDown, IconCalendarDue, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { ENVIRONMENTS } from '../../../shared/domain/limits.ts';
import type { ForecastEvent } from '../../../shared/domain/timing/due.ts';
import { BackupDueNotice } from '../../backup/components/backup-due-notice.tsx';
import { OutboxSection } from '../../offline/components/outbox-section.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Section } from '../../parts/section.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { screenOf } from '../../screen-of.tsx';
import { useCommand } from '../../state/commands.ts';
import { useNow } from '../../state/now.ts';
import { useTenants } from '../../state/queries.ts';
import { amountOf } from '../../text/hex.ts';
import { holdsWords } from '../../text/search.ts';
import { words } from '../../text/words.ts';
import { DueTable } from '../components/due-table.tsx';
import { FleetLine } from '../components/fleet-line.tsx';
import { KeyAge } from '../components/key-age.tsx';
import { SeverityBadge } from '../components/severity-badge.tsx';
import { countsLine, SEVERITY } from '../state/due-words.ts';
import { chosenEvents, countDue, type DueFilter, type DueGroup, environmentsOf, groupEvents } from '../state/due.ts';
import { LINE_DAYS } from '../state/fleet-line.ts';
import { DUE_DAYS, useDue, usePressing } from '../state/queries.ts';
import './due.css';

const said = words.due;

const HORIZONS = [
  { value: '14', label: said.horizons.twoWeeks },
  { value: '30', label: said.horizons.month },
  { value: '90', label: said.horizons.threeMonths },
  { value: String(DUE_DAYS), label: said.horizons.year },
];

export const screen = screenOf('due', DueScreen, { icon: IconCalendarDue, End: DueCount });

function DueScreen() {
  const [filter, setFilter] = useState<DueFilter>({ environment: 'all', days: 90, text: '' });
  const save = useCommand('fleet.calendar');
  const { data: events, error, refetch } = useDue();
  const { environment, days } = filter;
  return (
    <Page
      title={said.title}
      lead={said.lead}
      actions={
        <Button
          variant="default"
          leftSection={<IconCalendarDown size={16} aria-hidden />}
          loading={save.busy}
          onClick={() => void save.run({ days, ...(environment === 'all' ? {} : { environment }) })}
        >
          {said.saveCalendar}
        </Button>
      }
    >
      <Failure error={save.error} />
      {save.result && (
        <Notice tone="good" role="status" title={said.saved(save.result.fileName)}>
          <p>{said.savedMeans}</p>
        </Notice>
      )}
      {save.result === null && <Notice tone="info" role="status" title={said.notSaved} />}
      <BackupDueNotice />
      <Filters filter={filter} onChange={setFilter} />
      <Pending filter={filter} />
      <Failure error={error} onRetry={() => void refetch()} />
      {events ? <Events events={events} filter={filter} /> : error === null && <Skeleton height={240} radius="lg" />}
    </Page>
  );
}

interface FiltersProps {
  filter: DueFilter;
  onChange: (filter: DueFilter) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  return (
    <div className="due-filters">
      <TextInput
        type="search"
        label={said.find}
        placeholder={said.findBy}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <NativeSelect
        label={said.environment}
        value={filter.environment}
        data={[
          { value: 'all', label: said.all },
          ...ENVIRONMENTS.toReversed().map((value) => ({ value, label: words.model.environment[value].word })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ ...filter, environment: ENVIRONMENTS.find((known) => known === value) ?? 'all' });
        }}
      />
      <NativeSelect
        label={said.lookAhead}
        value={String(filter.days)}
        data={HORIZONS}
        onChange={(event) => onChange({ ...filter, days: Number(event.currentTarget.value) })}
      />
    </div>
  );
}

function Pending({ filter: { environment, text } }: { filter: DueFilter }) {
  const { data: tenants = [] } = useTenants();
  const environments = environmentsOf(tenants);
  return (
    <OutboxSection
      wanted={(tenant) =>
        (environment === 'all' || environments.get(tenant) === environment) && holdsWords(text, [tenant])
      }
    />
  );
}

function Events({ events, filter }: { events: readonly ForecastEvent[]; filter: DueFilter }) {
  const now = useNow();
  const { data: tenants = [] } = useTenants();
  const environments = environmentsOf(tenants);
  const { environment } = filter;
  const groups = groupEvents(chosenEvents(events, filter, environments, now));
  return (
    <>
      {tenants.length > 0 && (
        <FleetLine events={chosenEvents(events, { ...filter, days: LINE_DAYS }, environments, now)} />
      )}
      {groups.map((group) => (
        <SeverityGroup key={group.severity} {...group} />
      ))}
      {groups.length === 0 && (
        <div className="panel">
          <Empty icon={<IconCalendarCheck size={22} aria-hidden />} title={said.nothing.title}>
            {tenants.length === 0
              ? said.nothing.noTenants
              : filter.text === ''
                ? said.nothing.later
                : said.nothing.called}
          </Empty>
        </div>
      )}
      {tenants.length > 0 && (
        <KeyAge
          events={events}
          wanted={(tenant) => environment === 'all' || environments.get(tenant) === environment}
        />
      )}
    </>
  );
}

function SeverityGroup({ severity, events: found }: DueGroup) {
  const [shown, setShown] = useState(SHOWN);
  return (
    <Section
      title={SEVERITY[severity].word}
      lead={SEVERITY[severity].means}
      actions={<SeverityBadge severity={severity}>{said.events(found.length)}</SeverityBadge>}
    >
      <DueTable caption={said.caption(SEVERITY[severity].word)} events={found.slice(0, shown)} />
      <ShowMore shown={shown} all={found.length} onMore={() => setShown(shown + SHOWN)} />
    </Section>
  );
}

/** A longer table helps nobody: the rest is told by its number, and comes when it is asked for. */
const SHOWN = 200;

/** How many things press, said in full to those who do not see the colour. */
function DueCount() {
  const { data: events = [] } = usePressing();
  const counts = countDue(events);
  const sum = counts.overdue + counts.soon;
  return sum === 0 ? null : (
    <span className="rail-count numbers" data-overdue={counts.overdue > 0} title={countsLine(counts)}>
      {amountOf(sum)}
      <VisuallyHidden>: {countsLine(counts)}</VisuallyHidden>
    </span>
  );
}

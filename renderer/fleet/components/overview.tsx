// All tenants by environment: what state their keys are in, what is due, when they were last published. Narrowed and
// sorted as the officer likes, selected for bulk work, and as quick with a thousand tenants as with three.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import type { TenantSummary } from '../../../shared/acts/tenants.ts';
import type { ForecastEvent } from '../../../shared/domain/timing/due.ts';
import { ENVIRONMENTS } from '../../../shared/domain/limits.ts';
import { pressingByTenant } from '../state/due.ts';
import { BLANK_CHOICE, overviewOf, SORTS, type OverviewChoice } from '../state/overview.ts';
import { usePressing } from '../state/queries.ts';
import { useOutbox } from '../../offline/state/queries.ts';
import { useSelection } from '../state/selection.ts';
import type { TenantGroup } from '../state/tenant-groups.ts';
import type { FleetFacts, Trouble } from '../state/tenant-trouble.ts';
import { words } from '../../text/words.ts';
import { BulkBar } from './bulk-bar.tsx';
import { Empty } from '../../parts/empty.tsx';
import { EnvironmentIcon } from '../../parts/environment-badge.tsx';
import { TENANT_ROW_HEIGHT, TenantRow } from './tenant-row.tsx';
import { TroubleFilter } from './trouble-filter.tsx';
import { VirtualList } from '../../parts/virtual-list.tsx';
import './overview.css';

const { fleet } = words;

/** With fewer tenants the eye is quicker than any filter. */
const FILTER_FROM = 6;
const BULK_FROM = 2;

const NO_EVENTS: readonly ForecastEvent[] = [];

export function Overview({ tenants }: { tenants: readonly TenantSummary[] }) {
  const [choice, setChoice] = useState(BLANK_CHOICE);
  const deferred = useDeferredValue(choice);
  const { data: events = NO_EVENTS } = usePressing();
  const { data: outbox } = useOutbox();
  // What comes later must not hold up who types already.
  const facts: FleetFacts = useDeferredValue(
    useMemo(
      () => ({
        pressing: pressingByTenant(events),
        unpublished: new Set([...(outbox?.owed ?? []), ...(outbox?.waiting ?? [])].map(({ tenant }) => tenant)),
      }),
      [events, outbox],
    ),
  );
  const { groups, amounts } = useMemo(() => overviewOf(tenants, deferred, facts), [tenants, deferred, facts]);
  const shown = useMemo(() => groups.flatMap((group) => group.tenants.map(({ tenant }) => tenant)), [groups]);
  const selection = useSelection(useMemo(() => shown.map(({ name }) => name), [shown]));
  const chosen = new Set(selection.chosen);
  return (
    <>
      {tenants.length >= FILTER_FROM && (
        <Choices
          choice={choice}
          onChange={setChoice}
          amounts={{ ...amounts, unpublished: outbox === undefined ? null : amounts.unpublished }}
          line={fleet.shownOf(shown.length, tenants.length)}
        />
      )}
      {tenants.length >= BULK_FROM && (
        <BulkBar
          chosen={shown.filter(({ name }) => chosen.has(name))}
          shown={shown.length}
          onSelectShown={selection.selectShown}
        />
      )}
      {groups.map((group) => (
        <Group
          key={group.environment}
          group={group}
          facts={facts}
          chosen={chosen}
          onToggle={tenants.length >= BULK_FROM ? selection.toggle : null}
        />
      ))}
      {groups.length === 0 && (
        <div className="panel">
          <Empty
            icon={<IconFilterOff size={22} aria-hidden />}
            title={fleet.noMatch.title}
            action={
              <Button variant="default" onClick={() => setChoice(BLANK_CHOICE)}>
                {fleet.noMatch.showAll}
              </Button>
            }
          >
            {fleet.noMatch.text}
          </Empty>
        </div>
      )}
    </>
  );
}

interface ChoicesProps {
  choice: OverviewChoice;
  onChange: (choice: OverviewChoice) => void;
  amounts: Record<Trouble, number | null>;
  /** How many are shown. */
  line: string;
}

function Choices({ choice, onChange, amounts, line }: ChoicesProps) {
  const said = fleet.choices;
  return (
    <div className="overview-choices" role="search" aria-label={said.name}>
      <TextInput
        type="search"
        className="overview-search"
        aria-label={said.find}
        placeholder={said.findBy}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={choice.text}
        onChange={(event) => onChange({ ...choice, text: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label={said.environment}
        value={choice.environment}
        data={[
          { value: 'all', label: said.allEnvironments },
          ...ENVIRONMENTS.toReversed().map((value) => ({ value, label: words.model.environment[value].word })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ ...choice, environment: ENVIRONMENTS.find((known) => known === value) ?? 'all' });
        }}
      />
      <NativeSelect
        aria-label={said.order}
        value={choice.sort}
        data={SORTS.map((value) => ({ value, label: said.sort[value] }))}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ ...choice, sort: SORTS.find((known) => known === value) ?? 'name' });
        }}
      />
      <span role="status" className="small quiet numbers push-end">
        {line}
      </span>
      <TroubleFilter
        chosen={choice.trouble}
        amounts={amounts}
        onChange={(trouble) => onChange({ ...choice, trouble })}
      />
    </div>
  );
}

interface GroupProps {
  group: TenantGroup;
  facts: FleetFacts;
  chosen: ReadonlySet<string>;
  onToggle: ((name: string, range: boolean) => void) | null;
}

function Group({ group: { environment, tenants }, facts, chosen, onToggle }: GroupProps) {
  const id = useId();
  const { word } = words.model.environment[environment];
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="overview-group" data-environment={environment}>
        <EnvironmentIcon environment={environment} size={15} />
        {word}
        <span className="quiet numbers">{tenants.length}</span>
      </h2>
      <div className="panel overview-list">
        <VirtualList
          label={fleet.tenantsIn(word)}
          items={tenants}
          keyOf={({ tenant }) => tenant.id}
          rowHeight={TENANT_ROW_HEIGHT}
          scroller="main"
        >
          {(summary) => (
            <TenantRow
              summary={summary}
              pressing={facts.pressing.get(summary.tenant.name) ?? NO_EVENTS}
              unpublished={facts.unpublished.has(summary.tenant.name)}
              chosen={chosen.has(summary.tenant.name)}
              onToggle={onToggle}
            />
          )}
        </VirtualList>
      </div>
    </section>
  );
}

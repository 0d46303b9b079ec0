// All tenants by environment: what state their keys are in, what is due, when they were last published. Narrowed and
// sorted as the officer likes, and as quick with a thousand tenants as with three.
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useId, useState } from 'react';
import type { TenantSummary } from '../../shared/contract.ts';
import { ENVIRONMENTS } from '../../shared/limits.ts';
import { pressingByTenant } from '../state/due.ts';
import {
  BLANK_CHOICE,
  overviewGroups,
  SORTS,
  type OverviewChoice,
  type Pressing,
  type Sort,
} from '../state/overview.ts';
import { useDue } from '../state/queries.ts';
import type { TenantGroup } from '../state/tenant-groups.ts';
import { amountOf, count } from '../text/hex.ts';
import { ENVIRONMENT } from '../text/words.ts';
import { Empty } from './empty.tsx';
import { EnvironmentIcon } from './environment-badge.tsx';
import { TENANT_ROW_HEIGHT, TenantRow } from './tenant-row.tsx';
import { VirtualList } from './virtual-list.tsx';
import './overview.css';

/** With fewer tenants the eye is quicker than any filter. */
const FILTER_FROM = 6;

export function Overview({ tenants }: { tenants: readonly TenantSummary[] }) {
  const [choice, setChoice] = useState(BLANK_CHOICE);
  const { data: events = [] } = useDue();
  const pressing = pressingByTenant(events);
  const groups = overviewGroups(tenants, useDeferredValue(choice), pressing);
  const shown = groups.reduce((sum, group) => sum + group.tenants.length, 0);
  return (
    <>
      {tenants.length >= FILTER_FROM && (
        <Choices
          choice={choice}
          onChange={setChoice}
          line={`${amountOf(shown)} of ${count(tenants.length, 'tenant')}`}
        />
      )}
      {groups.map((group) => (
        <Group key={group.environment} group={group} pressing={pressing} />
      ))}
      {groups.length === 0 && (
        <div className="panel">
          <Empty
            icon={<IconFilterOff size={22} aria-hidden />}
            title="No tenant matches"
            action={
              <Button variant="default" onClick={() => setChoice(BLANK_CHOICE)}>
                Show all tenants
              </Button>
            }
          >
            Fewer words or a wider choice show more.
          </Empty>
        </div>
      )}
    </>
  );
}

interface ChoicesProps {
  choice: OverviewChoice;
  onChange: (choice: OverviewChoice) => void;
  /** How many are shown. */
  line: string;
}

const SORT_WORDS: Record<Sort, string> = {
  name: 'By name',
  due: 'What is due first',
  published: 'Longest unpublished first',
};

function Choices({ choice, onChange, line }: ChoicesProps) {
  return (
    <div className="overview-choices" role="search" aria-label="Tenants">
      <TextInput
        type="search"
        className="overview-search"
        aria-label="Find tenants"
        placeholder="Find by name or domain"
        leftSection={<IconSearch size={15} aria-hidden />}
        value={choice.text}
        onChange={(event) => onChange({ ...choice, text: event.currentTarget.value })}
      />
      <NativeSelect
        aria-label="Environment"
        value={choice.environment}
        data={[
          { value: 'all', label: 'All environments' },
          ...ENVIRONMENTS.toReversed().map((value) => ({ value, label: ENVIRONMENT[value].word })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ ...choice, environment: ENVIRONMENTS.find((known) => known === value) ?? 'all' });
        }}
      />
      <NativeSelect
        aria-label="Order"
        value={choice.sort}
        data={SORTS.map((value) => ({ value, label: SORT_WORDS[value] }))}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ ...choice, sort: SORTS.find((known) => known === value) ?? 'name' });
        }}
      />
      <Checkbox
        label="Only with something due"
        checked={choice.pressing}
        onChange={(event) => onChange({ ...choice, pressing: event.currentTarget.checked })}
      />
      <span role="status" className="small quiet numbers push-end">
        {line}
      </span>
    </div>
  );
}

function Group({ group: { environment, tenants }, pressing }: { group: TenantGroup; pressing: Pressing }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="overview-group" data-environment={environment}>
        <EnvironmentIcon environment={environment} size={15} />
        {ENVIRONMENT[environment].word}
        <span className="quiet numbers">{tenants.length}</span>
      </h2>
      <div className="panel overview-list">
        <VirtualList
          label={`Tenants in ${ENVIRONMENT[environment].word.toLowerCase()}`}
          items={tenants}
          keyOf={({ tenant }) => tenant.id}
          rowHeight={TENANT_ROW_HEIGHT}
          scroller="main"
        >
          {(summary) => <TenantRow summary={summary} pressing={pressing.get(summary.tenant.name) ?? []} />}
        </VirtualList>
      </div>
    </section>
  );
}

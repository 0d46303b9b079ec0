// By what the audit log is narrowed: words, tenant, act, key, and the days from and until which.
import { Button, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { AuditEntry } from '../../../shared/domain/audit/entry.ts';
import { useTenants } from '../../state/queries.ts';
import { actionWord } from '../../text/model.ts';
import { words } from '../../text/words.ts';
import { type Filters, NO_FILTERS } from '../state/audit-search.ts';

const AUDIT = words.audit;

interface AuditFiltersProps {
  entries: readonly AuditEntry[];
  filters: Filters;
  onChange: (filters: Filters) => void;
}

export function AuditFilters({ entries, filters, onChange }: AuditFiltersProps) {
  const { data: tenants = [] } = useTenants();
  const acts = useMemo(() => actsIn(entries), [entries]);
  const set = (change: Partial<Filters>): void => onChange({ ...filters, ...change });
  return (
    <div role="group" aria-label={AUDIT.filters} className="audit-filters">
      <TextInput
        size="xs"
        type="search"
        className="audit-search"
        aria-label={AUDIT.find}
        placeholder={AUDIT.findBy}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filters.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <Select
        size="xs"
        aria-label={AUDIT.ofTenant}
        placeholder={AUDIT.ofTenant}
        searchable
        clearable
        data={tenants.map(({ tenant: { name } }) => name)}
        value={filters.tenant || null}
        onChange={(tenant) => set({ tenant: tenant ?? '' })}
      />
      <Select
        size="xs"
        aria-label={AUDIT.ofAct}
        placeholder={AUDIT.ofAct}
        searchable
        clearable
        data={acts}
        value={filters.action || null}
        onChange={(action) => set({ action: action ?? '' })}
      />
      <TextInput
        size="xs"
        aria-label={AUDIT.ofKey}
        placeholder={AUDIT.ofKey}
        value={filters.kid}
        onChange={(event) => set({ kid: event.currentTarget.value })}
      />
      {(['from', 'until'] as const).map((end) => (
        <TextInput
          key={end}
          size="xs"
          type="date"
          aria-label={AUDIT[end]}
          leftSection={
            <span className="tiny quiet" aria-hidden>
              {AUDIT[end]}
            </span>
          }
          leftSectionWidth={42}
          value={filters[end]}
          onChange={(event) => set({ [end]: event.currentTarget.value })}
        />
      ))}
      <Button
        size="xs"
        variant="subtle"
        disabled={Object.values(filters).every((value) => value === '')}
        onClick={() => onChange(NO_FILTERS)}
      >
        {AUDIT.noFilters}
      </Button>
    </div>
  );
}

const actsIn = (entries: readonly AuditEntry[]): { value: string; label: string }[] =>
  [...new Set(entries.map(({ action }) => action))]
    .map((value) => ({ value, label: actionWord(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));

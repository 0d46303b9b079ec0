// The tenants, production first. With many of them, a field narrows the list.
import { Skeleton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { TenantSummary } from '../../shared/acts/tenants.ts';
import type { Environment } from '../../shared/domain/limits.ts';
import { useTenants } from '../state/queries.ts';
import { hrefOf } from '../state/route.ts';
import { groupTenants, isInUse, matching } from '../fleet/state/tenant-groups.ts';
import { EnvironmentIcon } from '../parts/environment-badge.tsx';
import { aboutAttributes } from '../parts/about.ts';
import { VirtualList } from '../parts/virtual-list.tsx';
import { words } from '../text/words.ts';

const said = words.fleet.rail;

const SEARCH_FROM = 8;

export function TenantList({ selected }: { selected: string | null }) {
  const { data, isPending } = useTenants();
  const tenants = data?.filter(isInUse);
  const [search, setSearch] = useState('');

  if (isPending) {
    return <Skeleton height={34} mt={10} radius="sm" />;
  }
  if (tenants === undefined || tenants.length === 0) {
    return <p className="rail-none">{said.none}</p>;
  }
  const searchable = tenants.length >= SEARCH_FROM;
  const groups = groupTenants(searchable ? matching(tenants, search) : tenants);
  return (
    <>
      {searchable && (
        <TextInput
          className="rail-search"
          size="xs"
          type="search"
          aria-label={said.find}
          placeholder={said.find}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {groups.map((group) => (
        <TenantGroup key={group.environment} {...group} selected={selected} />
      ))}
      {groups.length === 0 && <p className="rail-none">{said.noMatch(search)}</p>}
    </>
  );
}

interface TenantGroupProps {
  environment: Environment;
  tenants: TenantSummary[];
  selected: string | null;
}

/** In rem: two lines and their air. */
const ROW_HEIGHT = 2.875;

function TenantGroup({ environment, tenants, selected }: TenantGroupProps) {
  const { word } = words.model.environment[environment];
  return (
    <>
      <p className="rail-group" data-environment={environment}>
        <EnvironmentIcon environment={environment} size={12} />
        {word}
      </p>
      <VirtualList
        label={word}
        items={tenants}
        keyOf={({ tenant }) => tenant.id}
        rowHeight={ROW_HEIGHT}
        scroller=".rail-tenants"
      >
        {({ tenant: { name, domain } }) => (
          <a
            className="rail-link rail-tenant"
            href={hrefOf({ screen: 'keys', tenant: name })}
            title={`${name} (${domain})`}
            {...aboutAttributes({ tenant: name })}
            {...(name === selected ? { 'aria-current': 'page' } : {})}
          >
            <span className="rail-tenant-text">
              <span>{name}</span>
              <span className="tiny quiet">{domain}</span>
            </span>
          </a>
        )}
      </VirtualList>
    </>
  );
}

// Which tenants the overview shows, and in which order.
import type { TenantSummary } from '../../shared/contract.ts';
import type { ForecastEvent } from '../../shared/forecast.ts';
import type { Environment } from '../../shared/model.ts';
import { alarmsOf, driftBadge } from './drift.ts';
import { groupTenants, matching, type TenantGroup } from './tenant-groups.ts';

export const SORTS = ['name', 'due', 'published'] as const;
export type Sort = (typeof SORTS)[number];

export interface OverviewChoice {
  text: string;
  environment: Environment | 'all';
  /** Only tenants with something overdue or soon. */
  pressing: boolean;
  sort: Sort;
}

export const BLANK_CHOICE: OverviewChoice = { text: '', environment: 'all', pressing: false, sort: 'name' };

/** Tenant name -> what is overdue or soon there, earliest first. */
export type Pressing = ReadonlyMap<string, readonly ForecastEvent[]>;

/** By environment, production first; within it as chosen. Groups without tenants are left out. */
export function overviewGroups(
  tenants: readonly TenantSummary[],
  { text, environment, pressing: onlyPressing, sort }: OverviewChoice,
  pressing: Pressing,
): TenantGroup[] {
  const shown = matching(tenants, text).filter(
    ({ tenant, drift }) =>
      (environment === 'all' || tenant.environment === environment) &&
      (!onlyPressing || pressing.has(tenant.name) || driftBadge(drift) !== null),
  );
  return groupTenants(shown).map((group) => ({ ...group, tenants: sorted(group.tenants, sort, pressing) }));
}

/** `tenants` come in the order of their names, which stays between equals. */
function sorted(tenants: TenantSummary[], sort: Sort, pressing: Pressing): TenantSummary[] {
  switch (sort) {
    case 'name':
      return tenants;
    case 'due':
      return tenants.toSorted((a, b) => compare(firstDue(a, pressing), firstDue(b, pressing)));
    case 'published':
      // Never published first, then the oldest publication.
      return tenants.toSorted((a, b) => compare(a.lastPublishedAt ?? '', b.lastPublishedAt ?? ''));
  }
}

/** An alarm is before everything; later than any instant when nothing presses. */
const firstDue = ({ tenant, drift }: TenantSummary, pressing: Pressing): string =>
  alarmsOf(drift).length > 0 ? '' : (pressing.get(tenant.name)?.[0]?.at ?? '~');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// Which tenants the overview shows, and in which order.
import type { TenantSummary } from '../../../shared/acts/tenants.ts';
import type { Environment } from '../../../shared/domain/limits.ts';
import { isCompromised } from '../../../shared/domain/published-set/drift-report.ts';
import { alarmsOf } from '../../tenants/state/drift.ts';
import { groupTenants, matching, type TenantGroup } from './tenant-groups.ts';
import { type FleetFacts, type Pressing, TROUBLES, type Trouble, troublesOf } from './tenant-trouble.ts';

export const SORTS = ['name', 'due', 'published'] as const;
export type Sort = (typeof SORTS)[number];

export interface OverviewChoice {
  text: string;
  environment: Environment | 'all';
  /** Only tenants with one of these; with none of them chosen, all. */
  trouble: readonly Trouble[];
  sort: Sort;
}

export const BLANK_CHOICE: OverviewChoice = { text: '', environment: 'all', trouble: [], sort: 'name' };

export interface OverviewPicture {
  /** By environment, production first; within it as chosen. Groups without tenants are left out. */
  groups: TenantGroup[];
  /** How many there are of each trouble, whichever of them are chosen. */
  amounts: Record<Trouble, number>;
}

export function overviewOf(
  tenants: readonly TenantSummary[],
  { text, environment, trouble, sort }: OverviewChoice,
  facts: FleetFacts,
): OverviewPicture {
  const amounts = { alarm: 0, drift: 0, overdue: 0, soon: 0, unpublished: 0 };
  const shown = matching(tenants, text).filter((summary) => {
    if (environment !== 'all' && summary.tenant.environment !== environment) {
      return false;
    }
    const found = troublesOf(summary, facts);
    TROUBLES.filter((one) => found.has(one)).forEach((one) => void amounts[one]++);
    return trouble.length === 0 || trouble.some((one) => found.has(one));
  });
  const groups = groupTenants(shown).map((group) => ({
    ...group,
    tenants: sorted(group.tenants, sort, facts.pressing).toSorted(compromisedFirst),
  }));
  return { groups, amounts };
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

const isCompromisedOut = ({ drift }: TenantSummary): boolean => drift?.findings.some(isCompromised) === true;

/** In whatever order: a compromised key that is still public comes first. */
const compromisedFirst = (a: TenantSummary, b: TenantSummary): number =>
  Number(isCompromisedOut(b)) - Number(isCompromisedOut(a));

/** An alarm is before everything; later than any instant when nothing presses. */
const firstDue = ({ tenant, drift }: TenantSummary, pressing: Pressing): string =>
  alarmsOf(drift).length > 0 ? '' : (pressing.get(tenant.name)?.[0]?.at ?? '~');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

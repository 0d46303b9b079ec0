// What may be wrong with a tenant, as the overview asks for it. The facts come from the main process.
import type { TenantSummary } from '../../../shared/acts/tenants.ts';
import type { ForecastEvent } from '../../../shared/domain/timing/due.ts';
import { driftBadge } from '../../tenants/state/drift.ts';

export const TROUBLES = ['alarm', 'drift', 'overdue', 'soon', 'unpublished'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** Tenant name -> what is overdue or soon there, earliest first. */
export type Pressing = ReadonlyMap<string, readonly ForecastEvent[]>;

export interface FleetFacts {
  pressing: Pressing;
  /** Names of the tenants whose rings want another set than the one that was published last. */
  unpublished: ReadonlySet<string>;
}

export function troublesOf({ tenant, drift }: TenantSummary, { pressing, unpublished }: FleetFacts): Set<Trouble> {
  const badge = driftBadge(drift);
  const severities = new Set(pressing.get(tenant.name)?.map(({ severity }) => severity));
  const found: Record<Trouble, boolean> = {
    alarm: badge?.alarm === true,
    drift: badge?.alarm === false,
    overdue: severities.has('overdue'),
    soon: severities.has('soon'),
    unpublished: unpublished.has(tenant.name),
  };
  return new Set(TROUBLES.filter((trouble) => found[trouble]));
}

// What is due: chosen, grouped and counted for the screens. The dates and their severity come from the main process.
import type { TenantSummary } from '../../../shared/acts/tenants.ts';
import type { ForecastEvent, Severity } from '../../../shared/domain/timing/due.ts';
import type { Environment } from '../../../shared/domain/limits.ts';
import { holdsWords } from '../../text/search.ts';
import { words } from '../../text/words.ts';

export const SEVERITIES: readonly Severity[] = ['overdue', 'soon', 'later'];

export const DAY_MS = 86_400_000;

export interface DueFilter {
  environment: Environment | 'all';
  /** How many days ahead. */
  days: number;
  /** Every word of it must occur in the names, in any case. */
  text: string;
}

/** Tenant name -> environment. */
export function environmentsOf(tenants: readonly TenantSummary[]): ReadonlyMap<string, Environment> {
  return new Map(tenants.map(({ tenant }) => [tenant.name, tenant.environment]));
}

/** `now` in milliseconds since the epoch. What is overdue always stays. */
export function chosenEvents(
  events: readonly ForecastEvent[],
  { environment, days, text }: DueFilter,
  environments: ReadonlyMap<string, Environment>,
  now: number,
): ForecastEvent[] {
  return events.filter(
    ({ at, kind, tenant, ring, kid }) =>
      Date.parse(at) <= now + days * DAY_MS &&
      (environment === 'all' || environments.get(tenant) === environment) &&
      holdsWords(text, [tenant, ring, kid, words.shared.forecast[kind].title]),
  );
}

export interface DueGroup {
  severity: Severity;
  events: ForecastEvent[];
}

/** Overdue first; groups without events are left out. */
export function groupEvents(events: readonly ForecastEvent[]): DueGroup[] {
  return SEVERITIES.map((severity) => ({
    severity,
    events: events.filter((event) => event.severity === severity),
  })).filter((group) => group.events.length > 0);
}

export interface DueCounts {
  overdue: number;
  soon: number;
}

export function countDue(events: readonly ForecastEvent[]): DueCounts {
  const count = (severity: Severity) => events.filter((event) => event.severity === severity).length;
  return { overdue: count('overdue'), soon: count('soon') };
}

/** Tenant name -> its events that are overdue or soon, in their order. Tenants without any are left out. */
export function pressingByTenant(events: readonly ForecastEvent[]): ReadonlyMap<string, ForecastEvent[]> {
  const found = new Map<string, ForecastEvent[]>();
  for (const event of events) {
    if (event.severity !== 'later') {
      found.set(event.tenant, [...(found.get(event.tenant) ?? []), event]);
    }
  }
  return found;
}

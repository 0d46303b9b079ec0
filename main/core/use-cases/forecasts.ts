// What is coming, over all tenants or some of them: the due list, and the same as a calendar.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import type { ForecastEvent } from '../../../shared/forecast.ts';
import { calendarOf } from '../calendar.ts';
import { fleetDue, type ForecastFacts } from '../forecast.ts';
import type { Ports } from '../ports.ts';
import { isPushable } from '../publication.ts';
import { clockFacts } from '../ring-facts.ts';

export function dueEvents(ports: Ports, args: ParsedArgsOf<'fleet.due'>): ForecastEvent[] {
  return fleetDue(ringsOf(ports, args), ports.clock.now().toISOString(), args.days);
}

/** RFC 5545 text; an event keeps its UID, so importing a later calendar replaces the earlier entries. */
export function dueCalendar(ports: Ports, args: ParsedArgsOf<'fleet.due'>): string {
  return calendarOf(dueEvents(ports, args), ports.clock.now().toISOString());
}

function* ringsOf(
  { registry }: Ports,
  { environment, tenant: only }: ParsedArgsOf<'fleet.due'>,
): Iterable<ForecastFacts> {
  const tenants = registry.read((reader) => reader.tenants());
  for (const tenant of tenants) {
    const wanted =
      (environment === undefined || tenant.environment === environment) &&
      (only === undefined || tenant.name.toLowerCase() === only.toLowerCase());
    if (!wanted) {
      continue;
    }
    for (const ring of registry.read((reader) => reader.rings(tenant.id))) {
      yield registry.read((reader) => ({
        ...clockFacts(reader, tenant, ring),
        tenant: tenant.name,
        ring: ring.name,
        published: isPushable(ring.alg, tenant.endpoint),
      }));
    }
  }
}

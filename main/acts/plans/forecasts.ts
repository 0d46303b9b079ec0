// What is coming, over all tenants or some of them: the due list, and the same as a calendar.
import { sameName } from '../../../shared/domain/names.ts';
import type { ActArgs } from '../../../shared/contract.ts';
import type { ForecastEvent } from '../../../shared/domain/timing/due.ts';
import { calendarOf } from './calendar.ts';
import { verifiesRing } from '../../../shared/domain/consumers/needs.ts';
import { calledOff, fleetDue, type ForecastFacts } from '../../../shared/domain/timing/forecast.ts';
import { groupBy } from '../group-by.ts';
import { termsFor } from '../../../shared/domain/timing/terms.ts';
import type { Ports } from '../../ports/ports.ts';
import { isPushable } from '../../../shared/domain/endpoints.ts';
import { bound, looking } from '../bound.ts';

export const dueEvents = bound('fleet.due', (ports, args): ForecastEvent[] => {
  return fleetDue(ringsOf(ports, args), ports.clock.now().toISOString(), args.days);
});

/** RFC 5545 text; an event keeps its UID, so importing a later calendar replaces the earlier entries, and calls off those that do not come. */
export const dueCalendar = looking((ports, args: ActArgs<'fleet.due'>): string => {
  const now = ports.clock.now().toISOString();
  return calendarOf(dueEvents(ports, args), now, calledOff(ringsOf(ports, args), now));
});

/** A handful of queries for a whole fleet, in place of some for each tenant. */
function* ringsOf({ registry }: Ports, { environment, tenant: only }: ActArgs<'fleet.due'>): Iterable<ForecastFacts> {
  const { tenants, ...fleet } = registry.read((reader) => ({
    tenants: reader.tenants(),
    rings: groupBy(reader.allRings(), ({ tenantId }) => tenantId),
    keys: groupBy(reader.allKeyDates(), ({ ringId }) => ringId),
    consumers: groupBy(reader.allConsumers(), ({ tenantId }) => tenantId),
    copies: groupBy(reader.copiesOut(), ({ tenantId }) => tenantId),
    compromised: groupBy(reader.compromisedOut(), ({ tenantId }) => tenantId),
    policies: new Map(reader.policies().map((policy) => [policy.id, policy])),
  }));
  for (const tenant of tenants) {
    const wanted =
      (environment === undefined || tenant.environment === environment) &&
      (only === undefined || sameName(tenant.name, only));
    if (!wanted) {
      continue;
    }
    const policy = tenant.policyId === null ? null : (fleet.policies.get(tenant.policyId) ?? null);
    // Their caches move dates; what they answered holds an act back and moves none, so the notes are not read.
    const consumers = (fleet.consumers.get(tenant.id) ?? []).map((consumer) => ({ consumer, notes: [] }));
    const compromised = (fleet.compromised.get(tenant.id) ?? []).map(({ kid }) => kid);
    const copiesOut = (fleet.copies.get(tenant.id) ?? []).map(({ kid }) => kid);
    for (const ring of fleet.rings.get(tenant.id) ?? []) {
      yield {
        tenant: tenant.name,
        ring: ring.name,
        keys: fleet.keys.get(ring.id) ?? [],
        terms: termsFor(tenant.environment, policy),
        cacheSeen: tenant.cacheSeen,
        consumers: consumers.filter(({ consumer }) => verifiesRing(consumer, ring)),
        compromised,
        copiesOut,
        aside: tenant.archive !== null,
        published: isPushable(ring.alg, tenant.endpoint),
      };
    }
  }
}

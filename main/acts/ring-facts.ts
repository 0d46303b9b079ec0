// Gathers from the registry what clocks, plans and forecasts are computed from.
import { approvalPlace } from '../../shared/domain/approval.ts';
import type { KeyRing } from '../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../shared/domain/tenant/tenant.ts';
import type { KeyClocks } from '../../shared/domain/timing/key-clocks.ts';
import type { Policy } from '../../shared/domain/timing/policy.ts';
import { type ClockFacts, clocksOf } from '../../shared/domain/timing/clocks.ts';
import { type RegisteredConsumer, verifiesRing } from '../../shared/domain/consumers/needs.ts';
import { keysOfRing } from './find.ts';
import type { PlanFacts } from '../../shared/domain/plan/facts.ts';
import { isPushable } from '../../shared/domain/endpoints.ts';
import { fitting } from '../../shared/domain/published-set/places.ts';
import { wantedKeys } from '../../shared/domain/published-set/preview.ts';
import { termsFor } from '../../shared/domain/timing/terms.ts';
import type { RegistryReader } from '../ports/registry-reader.ts';

/** How far back confirmed pushes and proofs are looked at. A plan needs those since its rotation. */
const HISTORY = 200;

export function policyOf(reader: RegistryReader, tenant: Tenant): Policy | null {
  return reader.policies().find((policy) => policy.id === tenant.policyId) ?? null;
}

export function registeredConsumers(reader: RegistryReader, tenant: Pick<Tenant, 'id'>): RegisteredConsumer[] {
  const consumers = reader.consumers(tenant.id);
  const notes = consumers.length === 0 ? [] : reader.consumerNotes(tenant.id);
  return consumers.map((consumer) => ({
    consumer,
    notes: notes.filter(({ consumerId }) => consumerId === consumer.id),
  }));
}

export function clockFacts(reader: RegistryReader, tenant: Tenant, ring: KeyRing): ClockFacts {
  return {
    keys: keysOfRing(reader, ring),
    terms: termsFor(tenant.environment, policyOf(reader, tenant)),
    cacheSeen: tenant.cacheSeen,
    consumers: registeredConsumers(reader, tenant).filter(({ consumer }) => verifiesRing(consumer, ring)),
  };
}

/** By kid. */
export function ringClocks(reader: RegistryReader, tenant: Tenant, ring: KeyRing): Record<string, KeyClocks> {
  const facts = clockFacts(reader, tenant, ring);
  return Object.fromEntries(facts.keys.map((key) => [key.kid, clocksOf(key, facts)]));
}

export function planFacts(reader: RegistryReader, tenant: Tenant, ring: KeyRing): PlanFacts {
  const notes = reader.notes(tenant.id);
  const facts = clockFacts(reader, tenant, ring);
  const given = facts.consumers.flatMap((one) => one.notes).filter(({ kind }) => kind === 'handed-out');
  return {
    ...facts,
    place: approvalPlace(tenant),
    keys: keysOfRing(reader, ring),
    published: isPushable(ring.alg, tenant.endpoint),
    publications: reader.publications(tenant.id, HISTORY),
    proofs: reader.proofs(tenant.id, HISTORY),
    waiting: waitingIn(reader, tenant),
    handOuts: [...notes.filter(({ kind }) => kind === 'handed-out'), ...given],
    confirmations: notes.filter(({ kind }) => kind === 'confirmed'),
  };
}

/** Kids of the keys for which the tenant's set has no place, as far as it is known what others keep there. */
function waitingIn(reader: RegistryReader, { id, endpoint }: Tenant): string[] {
  const keys = reader.keys(id);
  const sent = reader.lastPublication(id)?.kids ?? [];
  const others = sent.filter((name) => !keys.some(({ kid }) => kid === name)).length;
  return fitting(endpoint, wantedKeys(endpoint, reader.rings(id), keys), others).wait.map(({ kid }) => kid);
}

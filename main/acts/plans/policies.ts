// Policies: named sets of numbers that any number of tenants live by.
import { named } from '../../../shared/domain/names.ts';
import type { CacheSeen } from '../../../shared/domain/timing/key-clocks.ts';
import type { PolicyPreview, PolicyView } from '../../../shared/acts/plans.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { Environment } from '../../../shared/domain/limits.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { Policy } from '../../../shared/domain/timing/policy.ts';
import { readyParts, safeParts } from '../../../shared/domain/timing/clocks.ts';
import type { RegisteredConsumer } from '../../../shared/domain/consumers/needs.ts';
import { policyWarnings } from '../../../shared/domain/timing/policy-warnings.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { registeredConsumers } from '../ring-facts.ts';
import { bound } from '../bound.ts';

export const listPolicies = bound('policy.list', ({ registry }): PolicyView[] => {
  return registry.read((reader) => reader.policies().map((policy) => policyView(reader, policy)));
});

/** Makes the policy, or gives an existing one new terms: every tenant that lives by it follows at once. */
export const setPolicy = bound('policy.set', ({ registry, random }, { name, terms }): PolicyView => {
  return registry.change({ action: 'policy.set', subject: name, details: { ...terms } }, (writer) => {
    const known = findPolicy(writer, name);
    const policy: Policy = { id: known?.id ?? random.uuid(), name: known?.name ?? name, terms };
    if (known === null) {
      writer.addPolicy(policy);
    } else {
      writer.updatePolicy(policy);
    }
    return policyView(writer, policy);
  });
});

/** What the terms would come to for the tenants that live by the policy of this name. Changes nothing. */
export const previewPolicy = bound('policy.preview', ({ registry }, { name, terms }): PolicyPreview => {
  return registry.read((reader) => {
    const known = findPolicy(reader, name);
    const tenants = known === null ? [] : followersOf(reader, known);
    const cacheSeen = widestCache(tenants);
    const consumers = consumersOf(reader, tenants);
    return {
      warnings: policyWarnings(terms, environmentsOf(tenants), cacheSeen, consumers),
      readyAfter: readyParts({ terms, cacheSeen, consumers }),
      safeAfter: safeParts(terms),
    };
  });
});

function findPolicy(reader: RegistryReader, name: string): Policy | null {
  return named(reader.policies(), name) ?? null;
}

export function requirePolicy(reader: RegistryReader, name: string): Policy {
  const policy = findPolicy(reader, name);
  if (policy === null) {
    throw new CustodianError('POLICY_NOT_FOUND', { policy: name });
  }
  return policy;
}

function policyView(reader: RegistryReader, policy: Policy): PolicyView {
  const tenants = followersOf(reader, policy);
  return {
    policy,
    tenants: tenants.map((tenant) => tenant.name),
    warnings: policyWarnings(policy.terms, environmentsOf(tenants), widestCache(tenants), consumersOf(reader, tenants)),
  };
}

function followersOf(reader: RegistryReader, policy: Policy): Tenant[] {
  return reader.tenants().filter((tenant) => tenant.policyId === policy.id);
}

const environmentsOf = (tenants: readonly Tenant[]): Environment[] => tenants.map((tenant) => tenant.environment);

const consumersOf = (reader: RegistryReader, tenants: readonly Tenant[]): RegisteredConsumer[] =>
  tenants.flatMap((tenant) => registeredConsumers(reader, tenant));

function widestCache(tenants: readonly Tenant[]): CacheSeen | null {
  return tenants
    .map((tenant) => tenant.cacheSeen)
    .reduce((most, seen) => (seen !== null && seen.seconds > (most?.seconds ?? -1) ? seen : most), null);
}

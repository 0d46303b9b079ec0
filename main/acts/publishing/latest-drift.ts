// What is known about the difference between what ought to be public and what is, without asking anybody.
import { stillValid, withCompromised } from '../../../shared/domain/published-set/drift.ts';
import type { DriftReport } from '../../../shared/domain/published-set/drift-report.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';

/** What the last look found, and what the records say without one: a compromised key counts as public until it was seen gone. */
export function latestDrift(reader: RegistryReader, tenant: Tenant): DriftReport | null {
  const out = reader.compromisedOut().filter(({ tenantId }) => tenantId === tenant.id);
  return withCompromised(lastLook(reader, tenant), tenant, out);
}

/** What the last look found, unless a publication made it old. */
export const lastLook = (reader: RegistryReader, { id }: Tenant): DriftReport | null =>
  stillValid(reader.drift(id), reader.lastPublication(id)?.at ?? null);

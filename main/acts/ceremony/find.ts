// The ceremony of a tenant, as the chain holds it.
import { type Ceremony, knownIn, newestCeremony } from '../../../shared/domain/ceremony/ceremony.ts';
import type { KnownFacts } from '../../../shared/domain/ceremony/steps.ts';
import { entriesAbout } from '../../../shared/domain/audit/selection.ts';
import { keyIn } from '../../../shared/domain/key-ring/lane.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { auditBatches } from '../../ports/audit-entries.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { looking } from '../bound.ts';
import { findRing, findTenant, keysOfRing } from '../find.ts';

/** The newest one, open or ended; `null` where there was none. Throws TENANT_NOT_FOUND. */
export function ceremonyOf(reader: RegistryReader, name: string): Ceremony | null {
  const { name: tenant } = findTenant(reader, name);
  const all = [...auditBatches(reader)].flat();
  return newestCeremony(entriesAbout(all, tenant), tenant);
}

/** Throws CEREMONY_NONE. */
export function openCeremony(reader: RegistryReader, tenant: string): Ceremony {
  const found = ceremonyOf(reader, tenant);
  if (found?.ended !== null) {
    throw new CustodianError('CEREMONY_NONE', { tenant });
  }
  return found;
}

/** For whatever a step looks at. Throws RING_NOT_FOUND. */
export function knownNow(reader: RegistryReader, ceremony: Ceremony): KnownFacts {
  const ring = findRing(reader, findTenant(reader, ceremony.tenant), ceremony.ring);
  return knownIn(ceremony, keyIn('next', keysOfRing(reader, ring))?.kid ?? null);
}

export const showCeremony = looking(({ registry }: Ports, tenant: string): Ceremony => {
  const found = registry.read((reader) => ceremonyOf(reader, tenant));
  if (found === null) {
    throw new CustodianError('CEREMONY_NONE', { tenant });
  }
  return found;
});

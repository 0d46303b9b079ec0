// What the doors are shown of a ring and of a tenant: records together with the clocks that follow from them.
import { faultsAround } from '../../shared/domain/key-ring/certificate-faults.ts';
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
import { isLiving } from '../../shared/domain/limits.ts';
import type { Instant } from '../../shared/domain/timing/instant.ts';
import type { Clock } from '../ports/clock.ts';
import type { KeyRing, RingView } from '../../shared/domain/key-ring/ring.ts';
import type { Tenant, TenantView } from '../../shared/domain/tenant/tenant.ts';
import { latestDrift } from './publishing/latest-drift.ts';
import { keysOfRing } from './find.ts';
import { worthOfReplaceable } from './keys/key-worth.ts';
import { policyOf, ringClocks } from './ring-facts.ts';
import type { RegistryReader } from '../ports/registry-reader.ts';
import { inLaneOrder } from '../../shared/domain/key-ring/lane.ts';

export function ringView(reader: RegistryReader, tenant: Tenant, ring: KeyRing): RingView {
  const keys = inLaneOrder(keysOfRing(reader, ring));
  return { ring, keys, clocks: ringClocks(reader, tenant, ring), valued: worthOfReplaceable(reader, keys) };
}

export function tenantView(reader: RegistryReader, tenant: Tenant, { now }: Pick<Clock, 'now'>): TenantView {
  const rehearsal = reader.tenants().find((candidate) => candidate.id === tenant.rehearsalTenantId) ?? null;
  return {
    tenant,
    rings: reader.rings(tenant.id).map((ring) => ringView(reader, tenant, ring)),
    lastPublication: reader.lastPublication(tenant.id),
    drift: latestDrift(reader, tenant),
    keptForeign: reader.keptForeign(tenant.id),
    certificateFaults: faultsOf(reader.keys(tenant.id), now().toISOString()),
    policy: policyOf(reader, tenant),
    rehearsalTenant: rehearsal?.name ?? null,
  };
}

const faultsOf = (keys: readonly SigningKey[], now: Instant): TenantView['certificateFaults'] =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const faults = isLiving(key.state) ? faultsAround(key, now) : [];
      return faults.length === 0 ? [] : [[key.kid, faults]];
    }),
  );

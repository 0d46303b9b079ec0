// Tenants: add one with its default ring, look at them, and take back one that was never put to use.
import { DEFAULT_ALGORITHM } from '../../../shared/domain/algorithms.ts';

import type { TenantSummary } from '../../../shared/acts/tenants.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant, TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { stillValid, withCompromised } from '../../../shared/domain/published-set/drift.ts';
import { groupBy } from '../group-by.ts';
import { DEFAULT_RING, findTenant } from '../find.ts';
import { withFirstKeys } from '../custody/make-key.ts';
import type { KeyCounts } from '../../../shared/domain/records.ts';

import { isUnused } from '../../../shared/domain/key-ring/lane.ts';
import { credentialName, secretName } from '../../ports/secret-name.ts';
import { settleIntents } from '../custody/settle-intents.ts';
import { tenantView } from '../views.ts';
import { bitsFor, refuseUnpushable, writtenFor } from '../keys/rings.ts';
import { bound } from '../bound.ts';

/** A new tenant with a ring of two keys, one current, one next; or with an empty one for keys that are brought in. */
export const addTenant = bound('tenant.add', async (ports, args): Promise<TenantView> => {
  const {
    alg = DEFAULT_ALGORITHM,
    bits,
    writtenAs,
    empty = false,
    furtherDomains = [],
    issuer = null,
    ...settings
  } = args;
  const { registry, random, clock } = ports;
  refuseTaken(registry.read((reader) => reader.tenantByName(settings.name)));
  refuseUnpushable(settings, alg);
  const createdAt = clock.now().toISOString();
  const tenant: Tenant = {
    id: random.uuid(),
    ...settings,
    furtherDomains,
    issuer,
    policyId: null,
    rehearsalTenantId: null,
    cacheSeen: null,
    createdAt,
    archive: null,
  };
  const ring: KeyRing = {
    id: random.uuid(),
    tenantId: tenant.id,
    name: DEFAULT_RING,
    alg,
    bits: bitsFor(alg, bits),
    writtenAs: writtenFor(alg, writtenAs),
    brought: empty,
    createdAt,
    retirement: null,
  };
  const { domain, environment, endpoint } = tenant;
  const details = { domain, environment, endpoint, ring: ring.name, ...(empty ? { empty } : {}) };
  return withFirstKeys(ports, { tenant, ring }, ({ records, clearNotes }) => {
    return registry.change({ action: 'tenant.added', subject: tenant.name, details }, (writer) => {
      refuseTaken(writer.tenantByName(tenant.name));
      writer.addTenant(tenant);
      writer.addRing(ring);
      records.forEach((record) => writer.addKey(record));
      clearNotes(writer);
      return tenantView(writer, tenant, clock);
    });
  });
});

/** Undo for a tenant that nobody outside has met: refused once any of its keys was published, used or imported. */
export const removeTenant = bound('tenant.remove', async (ports, { tenant: name }): Promise<null> => {
  const { registry, clock } = ports;
  const at = clock.now().toISOString();
  const { tenant, keys } = registry.read((reader) => {
    const found = findTenant(reader, name);
    return { tenant: found, keys: reader.keys(found.id) };
  });
  registry.change({ action: 'tenant.removed', subject: tenant.name, details: { domain: tenant.domain } }, (writer) => {
    const inService = writer.keys(tenant.id).find((key) => !isUnused(key) || key.provenance.kind === 'imported');
    const kid = inService?.kid ?? writer.handOvers(tenant.id)[0]?.kid;
    if (kid !== undefined) {
      throw new CustodianError('TENANT_IN_SERVICE', { tenant: tenant.name, kid });
    }
    for (const secret of [...keys.map((key) => secretName(key.id)), credentialName(tenant.id)]) {
      writer.addIntent({ name: secret, purpose: 'remove', at });
    }
    writer.removeTenant(tenant.id);
  });
  await settleIntents(ports);
  return null;
});

export const listTenants = bound('tenant.list', ({ registry }): TenantSummary[] => {
  return registry.read((reader) => {
    const counts = reader.keyCounts();
    const published = reader.lastPublishedAt();
    const drifts = reader.drifts();
    const out = groupBy(reader.compromisedOut(), ({ tenantId }) => tenantId);
    return reader.tenants().map((tenant) => {
      const lastPublishedAt = published.get(tenant.id) ?? null;
      return {
        tenant,
        keys: counts.get(tenant.id) ?? { ...NO_KEYS },
        lastPublishedAt,
        drift: withCompromised(
          stillValid(drifts.get(tenant.id) ?? null, lastPublishedAt),
          tenant,
          out.get(tenant.id) ?? [],
        ),
      };
    });
  });
});

export const showTenant = bound('tenant.show', ({ registry, clock }, args): TenantView => {
  return registry.read((reader) => tenantView(reader, findTenant(reader, args.tenant), clock));
});

const NO_KEYS: KeyCounts = { next: 0, current: 0, previous: 0, revoked: 0 };

function refuseTaken(tenant: Tenant | null): void {
  if (tenant !== null) {
    throw new CustodianError('TENANT_EXISTS', { tenant: tenant.name });
  }
}

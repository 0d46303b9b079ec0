import { named } from '../../../shared/domain/names.ts';
import { ENDPOINT_KINDS } from '../../../shared/domain/endpoints.ts';
import { ENVIRONMENTS } from '../../../shared/domain/limits.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { json, oneOf, orNull, table, text } from '../codec.ts';
import type { Subject } from '../subject.ts';

export const TENANTS = table<Tenant>('tenants', {
  id: text,
  name: text,
  domain: text,
  customDomain: orNull(text),
  furtherDomains: json(),
  issuer: orNull(text),
  environment: oneOf(ENVIRONMENTS),
  endpoint: oneOf(ENDPOINT_KINDS),
  apiBaseUrl: orNull(text),
  jwksUrl: orNull(text),
  policyId: orNull(text),
  rehearsalTenantId: orNull(text),
  cacheSeen: orNull(json()),
  createdAt: text,
  archive: orNull(json()),
});

export const tenants = {
  reads: (rows) => ({
    tenants: () => rows.all(TENANTS, 'ORDER BY name'),
    tenantByName(name) {
      // By the index, which knows the two cases of ASCII alone; where that finds none, among all.
      const tenant = named(rows.unheld(TENANTS, 'WHERE name = ?', name), name) ?? named(rows.unheld(TENANTS, ''), name);
      if (tenant === undefined) {
        // It may be one whose record was taken away.
        rows.holdAll(TENANTS);
        return null;
      }
      rows.hold(TENANTS, tenant.id);
      return tenant;
    },
  }),
  changes: (rows) => ({
    addTenant: (tenant) => rows.insert(TENANTS, tenant),
    updateTenant: (tenant) => rows.update(TENANTS, tenant),
    removeTenant: (tenantId) => rows.remove(TENANTS, { id: tenantId }),
  }),
} satisfies Subject;

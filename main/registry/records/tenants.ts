// Tenants and policies as rows.
import { ENDPOINT_KINDS, ENVIRONMENTS } from '../../../shared/domain/limits.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { Policy } from '../../../shared/domain/timing/policy.ts';
import { json, oneOf, type Row, type SqlValue, text, textOrNull } from '../columns.ts';

export const tenantFrom = (row: Row): Tenant => ({
  id: text(row, 'id'),
  name: text(row, 'name'),
  domain: text(row, 'domain'),
  customDomain: textOrNull(row, 'custom_domain'),
  environment: oneOf(row, 'environment', ENVIRONMENTS),
  endpoint: oneOf(row, 'endpoint', ENDPOINT_KINDS),
  apiBaseUrl: textOrNull(row, 'api_base_url'),
  jwksUrl: textOrNull(row, 'jwks_url'),
  policyId: textOrNull(row, 'policy_id'),
  rehearsalTenantId: textOrNull(row, 'rehearsal_tenant_id'),
  cacheSeen: row['cache_seen'] === null ? null : json<Tenant['cacheSeen']>(row, 'cache_seen'),
  createdAt: text(row, 'created_at'),
});

export const tenantColumns = (tenant: Tenant): Record<string, SqlValue> => ({
  id: tenant.id,
  name: tenant.name,
  domain: tenant.domain,
  custom_domain: tenant.customDomain,
  environment: tenant.environment,
  endpoint: tenant.endpoint,
  api_base_url: tenant.apiBaseUrl,
  jwks_url: tenant.jwksUrl,
  policy_id: tenant.policyId,
  rehearsal_tenant_id: tenant.rehearsalTenantId,
  cache_seen: tenant.cacheSeen === null ? null : JSON.stringify(tenant.cacheSeen),
  created_at: tenant.createdAt,
});

export const policyFrom = (row: Row): Policy => ({
  id: text(row, 'id'),
  name: text(row, 'name'),
  terms: json<Policy['terms']>(row, 'terms'),
});

export const policyColumns = (policy: Policy): Record<string, SqlValue> & { id: string } => ({
  id: policy.id,
  name: policy.name,
  terms: JSON.stringify(policy.terms),
});

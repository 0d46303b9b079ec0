// The order of tenants in the rail: by environment, the one with most at stake first, then by name.
import { mayUse } from '../../../shared/domain/key-ring/may.ts';
import type { TenantSummary } from '../../../shared/acts/tenants.ts';
import type { Environment } from '../../../shared/domain/limits.ts';

const ORDER: readonly Environment[] = ['production', 'staging', 'development'];

export interface TenantGroup {
  environment: Environment;
  tenants: TenantSummary[];
}

/** Environments without tenants are left out. */
export function groupTenants(tenants: readonly TenantSummary[]): TenantGroup[] {
  return ORDER.map((environment) => ({
    environment,
    tenants: tenants
      .filter(({ tenant }) => tenant.environment === environment)
      .sort((a, b) => a.tenant.name.localeCompare(b.tenant.name)),
  })).filter((group) => group.tenants.length > 0);
}

/** Tenants whose name or one of whose domains holds the text, in any case. */
export function matching(tenants: readonly TenantSummary[], text: string): TenantSummary[] {
  const needle = text.trim().toLowerCase();
  return tenants.filter(({ tenant }) =>
    [tenant.name, tenant.domain, tenant.customDomain ?? '', ...tenant.furtherDomains].some((value) =>
      value.toLowerCase().includes(needle),
    ),
  );
}

export const isInUse = ({ tenant }: TenantSummary): boolean => mayUse(tenant) === null;

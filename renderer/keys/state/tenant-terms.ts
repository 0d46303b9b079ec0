// The numbers that a tenant lives by: those of its policy, else the default of its environment.
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { DEFAULT_TERMS, type PolicyTerms } from '../../../shared/domain/timing/policy.ts';

export const termsOf = ({ tenant, policy }: Pick<TenantView, 'tenant' | 'policy'>): PolicyTerms =>
  policy?.terms ?? DEFAULT_TERMS[tenant.environment];

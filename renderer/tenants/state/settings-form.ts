// What may change about a tenant, as the officer types it, and what the contract makes of it.
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';

export interface SettingsValues {
  customDomain: string;
  apiBaseUrl: string;
  jwksUrl: string;
  /** Name of a policy; blank for the default of the environment. */
  policy: string;
  /** Name of a tenant in development; blank for none. */
  rehearsalTenant: string;
}

export function settingsOf({ tenant, policy, rehearsalTenant }: TenantView): SettingsValues {
  return {
    customDomain: tenant.customDomain ?? '',
    apiBaseUrl: tenant.apiBaseUrl ?? '',
    jwksUrl: tenant.jwksUrl ?? '',
    policy: policy?.name ?? '',
    rehearsalTenant: rehearsalTenant ?? '',
  };
}

/** What the contract expects. What did not change is left out, so that it stays as it is. */
export function settingsArgs(tenant: string, before: SettingsValues, values: SettingsValues) {
  return { tenant, ...Object.fromEntries(changesIn(before, values).map((field) => [field, orNull(values[field])])) };
}

const FIELDS = ['customDomain', 'apiBaseUrl', 'jwksUrl', 'policy', 'rehearsalTenant'] as const;

export function changesIn(before: SettingsValues, values: SettingsValues): (keyof SettingsValues)[] {
  return FIELDS.filter((field) => orNull(values[field]) !== orNull(before[field]));
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

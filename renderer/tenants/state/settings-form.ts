// What may change about a tenant, as the officer types it, and what the contract makes of it.
import { ENDPOINT_KINDS, type EndpointKind, isHere } from '../../../shared/domain/endpoints.ts';
import { type Environment, ENVIRONMENTS } from '../../../shared/domain/limits.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { blankIsNull } from './tenant-form.ts';

export interface SettingsValues {
  domain: string;
  environment: Environment;
  endpoint: EndpointKind;
  customDomain: string;
  /** One after the other, with commas. */
  furtherDomains: string;
  issuer: string;
  apiBaseUrl: string;
  jwksUrl: string;
  /** Name of a policy; blank for the default of the environment. */
  policy: string;
  /** Name of a tenant in development; blank for none. */
  rehearsalTenant: string;
}

export function settingsOf({ tenant, policy, rehearsalTenant }: TenantView): SettingsValues {
  return {
    domain: tenant.domain,
    environment: tenant.environment,
    endpoint: tenant.endpoint,
    customDomain: tenant.customDomain ?? '',
    furtherDomains: tenant.furtherDomains.join(', '),
    issuer: tenant.issuer ?? '',
    apiBaseUrl: tenant.apiBaseUrl ?? '',
    jwksUrl: tenant.jwksUrl ?? '',
    policy: policy?.name ?? '',
    rehearsalTenant: rehearsalTenant ?? '',
  };
}

/** What the contract expects. What did not change is left out, so that it stays as it is. */
export function settingsArgs(tenant: string, before: SettingsValues, values: SettingsValues) {
  const changed = changesIn(before, values).map((field): [string, unknown] => [
    field,
    field === 'furtherDomains' ? listed(values.furtherDomains) : blankIsNull(values[field]),
  ]);
  // Who moves it to an endpoint that others use has the environment before the eyes, and so says it.
  const moves = isHere(before.endpoint) && !isHere(values.endpoint);
  return { tenant, ...(moves ? { environment: values.environment } : {}), ...Object.fromEntries(changed) };
}

const FIELDS = [
  'domain',
  'environment',
  'endpoint',
  'customDomain',
  'furtherDomains',
  'issuer',
  'apiBaseUrl',
  'jwksUrl',
  'policy',
  'rehearsalTenant',
] as const;

export function changesIn(before: SettingsValues, values: SettingsValues): (keyof SettingsValues)[] {
  return FIELDS.filter((field) => blankIsNull(values[field]) !== blankIsNull(before[field]));
}

export const environmentIn = (value: string): Environment =>
  ENVIRONMENTS.find((known) => known === value) ?? 'production';

export const endpointIn = (value: string, otherwise: EndpointKind): EndpointKind =>
  ENDPOINT_KINDS.find((known) => known === value) ?? otherwise;

const listed = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

// What every hash that an officer approves is bound to besides what is done: whose keys, and where it goes.
import type { EndpointKind } from './endpoints.ts';
import type { Environment } from './limits.ts';
import type { Tenant } from './tenant/tenant.ts';

export interface ApprovalPlace {
  tenant: { id: string; name: string };
  environment: Environment;
  endpoint: EndpointKind;
  /** Everything from which the addresses of the endpoint and of the public set follow. */
  address: Pick<Tenant, 'domain' | 'customDomain' | 'apiBaseUrl' | 'jwksUrl'> & Partial<Pick<Tenant, 'furtherDomains'>>;
}

export const approvalPlace = (tenant: Tenant): ApprovalPlace => {
  const { id, name, environment, endpoint, domain, customDomain, furtherDomains, apiBaseUrl, jwksUrl } = tenant;
  const address = { domain, customDomain, apiBaseUrl, jwksUrl };
  const further = furtherDomains.length > 0 ? { furtherDomains } : {};
  return { tenant: { id, name }, environment, endpoint, address: { ...address, ...further } };
};

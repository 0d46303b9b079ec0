// Where strangers look for a tenant's keys. Two documents of an issuer have a fixed place (OpenID Connect Discovery 1.0 §4;
// RFC 8615 for the folder); what stands elsewhere has no neighbours that we could know of.
import { ENDPOINTS } from '../endpoints.ts';
import { CustodianError } from '../../errors.ts';
import type { Tenant } from './tenant.ts';

/** Where strangers look. */
export interface PublicAddresses {
  jwksUrl: string;
  /** The issuer's OpenID Connect metadata; `null` where there is none by convention. */
  metadataUrl: string | null;
  /** The tenant's own key set, which does not show custom keys; `null` where the tenant has no second one. */
  canonicalJwksUrl: string | null;
}

export const JWKS_PATH = '/.well-known/jwks.json';
export const METADATA_PATH = '/.well-known/openid-configuration';

/** Throws PUBLISH_NOT_CONFIGURED when nobody said where. */
export function publicAddressesOf(tenant: Tenant): PublicAddresses {
  const { endpoint, jwksUrl, domain } = tenant;
  if (ENDPOINTS[endpoint].unstated === 'nowhere') {
    return beside(jwksUrl ?? missing(tenant, 'the URL where the public reads the key set'));
  }
  if (jwksUrl !== null) {
    return { jwksUrl, metadataUrl: null, canonicalJwksUrl: null };
  }
  const custom = `https://${customDomainOf(tenant)}`;
  return {
    jwksUrl: `${custom}${JWKS_PATH}`,
    metadataUrl: `${custom}${METADATA_PATH}`,
    canonicalJwksUrl: `https://${domain}${JWKS_PATH}`,
  };
}

export const customDomainOf = (tenant: Tenant): string => tenant.customDomain ?? missing(tenant, 'a custom domain');

/** Only where the address follows the convention can its neighbour be guessed. */
function beside(jwksUrl: string): PublicAddresses {
  const metadataUrl = jwksUrl.endsWith(JWKS_PATH) ? `${jwksUrl.slice(0, -JWKS_PATH.length)}${METADATA_PATH}` : null;
  return { jwksUrl, metadataUrl, canonicalJwksUrl: null };
}

function missing({ name }: Tenant, what: string): never {
  throw new CustodianError('PUBLISH_NOT_CONFIGURED', { tenant: name, missing: what });
}

// Where strangers look for a tenant's keys. Two documents of an issuer have a fixed place (OpenID Connect Discovery 1.0 §4;
// RFC 8615 for the folder); what stands elsewhere has no neighbours that we could know of.
import { ENDPOINTS } from '../endpoints.ts';
import type { MissingPart } from '../../problems/acts.ts';
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

/** One of the places at which a tenant's set is read, and what tokens that are verified there name as their issuer. */
export interface PublicPlace extends PublicAddresses {
  issuer: string;
  /** Nobody stated the issuer. Whether it ends with a slash is then what the metadata says. */
  issuerIsGuess: boolean;
}

export const JWKS_PATH = '/.well-known/jwks.json';
export const METADATA_PATH = '/.well-known/openid-configuration';

/** What tokens that are verified at the domain name as their issuer. */
export function issuerAt(
  { issuer }: Pick<Tenant, 'issuer'>,
  domain: string,
): Pick<PublicPlace, 'issuer' | 'issuerIsGuess'> {
  return { issuer: issuer ?? `https://${domain}/`, issuerIsGuess: issuer === null };
}

/** The first place. Throws PUBLISH_NOT_CONFIGURED when nobody said where. */
export function publicAddressesOf(tenant: Tenant): PublicAddresses {
  const { endpoint, jwksUrl, domain } = tenant;
  if (ENDPOINTS[endpoint].unstated === 'nowhere') {
    return beside(tenant, jwksUrl ?? missing(tenant, 'public-url'));
  }
  if (jwksUrl !== null) {
    return { jwksUrl, metadataUrl: metadataOf(tenant), canonicalJwksUrl: null };
  }
  return atDomain(tenant, customDomainOf(tenant), `https://${domain}${JWKS_PATH}`);
}

/** The further domains, by the convention. */
export const furtherPlacesOf = (tenant: Tenant): PublicPlace[] =>
  tenant.furtherDomains.map((domain) => ({ ...atDomain(tenant, domain, null), ...issuerAt(tenant, domain) }));

export const customDomainOf = (tenant: Tenant): string => tenant.customDomain ?? missing(tenant, 'custom-domain');

function atDomain(tenant: Tenant, domain: string, canonicalJwksUrl: string | null): PublicAddresses {
  return {
    jwksUrl: `https://${domain}${JWKS_PATH}`,
    metadataUrl: metadataOf(tenant) ?? `https://${domain}${METADATA_PATH}`,
    canonicalJwksUrl,
  };
}

/** Only where the address follows the convention can its neighbour be guessed. */
function beside(tenant: Tenant, jwksUrl: string): PublicAddresses {
  const neighbour = jwksUrl.endsWith(JWKS_PATH) ? `${jwksUrl.slice(0, -JWKS_PATH.length)}${METADATA_PATH}` : null;
  return { jwksUrl, metadataUrl: metadataOf(tenant) ?? neighbour, canonicalJwksUrl: null };
}

/** Of an issuer that was stated (OpenID Connect Discovery 1.0 §4: without a slash at its end). */
export const metadataOf = ({ issuer }: Pick<Tenant, 'issuer'>): string | null =>
  issuer === null ? null : `${issuer.replace(/\/$/, '')}${METADATA_PATH}`;

function missing({ name }: Tenant, what: MissingPart): never {
  throw new CustodianError('PUBLISH_NOT_CONFIGURED', { tenant: name, missing: what });
}

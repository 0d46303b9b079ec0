// What the officer types about a new tenant, and what the contract makes of it.
import { DEFAULT_ALGORITHM, type SigningAlgorithm } from '../../../shared/domain/algorithms.ts';
import { DEFAULT_ENDPOINT, type EndpointKind, isHere } from '../../../shared/domain/endpoints.ts';
import type { Environment } from '../../../shared/domain/limits.ts';
import type { KeySource } from '../../keys/state/key-source.ts';

export interface TenantValues {
  name: string;
  domain: string;
  customDomain: string;
  /** Blank while nobody said: then it is development where nobody else could be harmed, and asked for elsewhere. */
  environment: Environment | '';
  endpoint: EndpointKind;
  apiBaseUrl: string;
  jwksUrl: string;
  alg: SigningAlgorithm;
  source: KeySource;
}

export const BLANK_TENANT: TenantValues = {
  name: '',
  domain: '',
  customDomain: '',
  environment: '',
  endpoint: DEFAULT_ENDPOINT,
  apiBaseUrl: '',
  jwksUrl: '',
  alg: DEFAULT_ALGORITHM,
  source: 'made',
};

export const blankIsNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What the contract expects; addresses belong to real endpoints only. */
export function tenantArgs({
  customDomain,
  apiBaseUrl,
  jwksUrl,
  endpoint,
  environment,
  source,
  ...rest
}: TenantValues) {
  const real = !isHere(endpoint);
  return {
    ...rest,
    ...(source === 'brought' ? { empty: true } : {}),
    ...(environment === '' ? {} : { environment }),
    endpoint,
    customDomain: blankIsNull(customDomain),
    apiBaseUrl: real ? blankIsNull(apiBaseUrl) : null,
    jwksUrl: real ? blankIsNull(jwksUrl) : null,
  };
}

// Which settings of a tenant are not routine: where something is sent, what tokens name, how careful one is with it. Whatever
// may be edited and is not named as routine is one of them.
import type { ParsedArgsOf } from '../../../shared/contract.ts';

/** Send nothing anywhere else, and take no question away. */
type Routine = 'tenant' | 'policy' | 'rehearsalTenant';

export type GuardedSetting = Exclude<keyof ParsedArgsOf<'tenant.edit'>, Routine>;

/** The compiler asks for a new one. */
const EVERY: { [S in GuardedSetting]: S } = {
  environment: 'environment',
  endpoint: 'endpoint',
  domain: 'domain',
  customDomain: 'customDomain',
  furtherDomains: 'furtherDomains',
  issuer: 'issuer',
  apiBaseUrl: 'apiBaseUrl',
  jwksUrl: 'jwksUrl',
};

export const GUARDED_SETTINGS: readonly GuardedSetting[] = Object.values(EVERY);

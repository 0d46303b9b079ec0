// Which settings of a tenant say where something is sent. Whatever may be edited and is not named as routine is one of them.
import type { ParsedArgsOf } from '../../../shared/contract.ts';

/** Send nothing anywhere else. */
type Routine = 'tenant' | 'policy' | 'rehearsalTenant';

export type GuardedSetting = Exclude<keyof ParsedArgsOf<'tenant.edit'>, Routine>;

/** The compiler asks for a new one. */
const EVERY: { [S in GuardedSetting]: S } = {
  customDomain: 'customDomain',
  apiBaseUrl: 'apiBaseUrl',
  jwksUrl: 'jwksUrl',
};

export const GUARDED_SETTINGS: readonly GuardedSetting[] = Object.values(EVERY);

// Who may be revoked from the window, and what an officer types to prove that the right key is meant.
import type { Environment } from '../../shared/limits.ts';
import type { SigningKey } from '../../shared/model/key.ts';
import type { Tenant } from '../../shared/model/tenant.ts';
import { words } from '../words/words.ts';

const TYPED_KID_LENGTH = 6;

export type Revocability = { allowed: true } | { allowed: false; why: string };

export function revocability(key: SigningKey): Revocability {
  switch (key.state) {
    case 'previous':
      return { allowed: true };
    case 'current':
    case 'next':
    case 'revoked':
      return { allowed: false, why: words.revoke.refused[key.state] };
  }
}

export interface Challenge {
  what: 'tenant' | 'kid';
  /** The text to type, exactly. */
  text: string;
}

export function revocationChallenge(tenant: Pick<Tenant, 'name' | 'environment'>, kid: string): Challenge {
  const loud: Environment = 'production';
  return tenant.environment === loud
    ? { what: 'tenant', text: tenant.name }
    : { what: 'kid', text: kid.slice(0, TYPED_KID_LENGTH) };
}

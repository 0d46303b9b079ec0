// Who may be revoked from the window, and what an officer types to prove that the right key is meant.
import type { SigningKey } from '../../shared/domain/key-ring/key.ts';
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
    case 'replaced':
      return { allowed: false, why: words.revoke.refused[key.state] };
  }
}

/** The text to type, exactly. In production the main process asks instead, for more. */
export const revocationChallenge = (kid: string): string => kid.slice(0, TYPED_KID_LENGTH);

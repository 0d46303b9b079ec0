// Who may be revoked from the window, and what an officer types to prove that the right key is meant.
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import { mayRevokeByState } from '../../../shared/domain/key-ring/may.ts';
import { words } from '../../text/words.ts';

const TYPED_KID_LENGTH = 6;

/** Why a key of this state is not revoked; `null` for one that is, in its time. */
export const whyNotRevoked = (key: SigningKey): string | null =>
  mayRevokeByState(key) === null || key.state === 'previous' ? null : words.revoke.refused[key.state];

/** The text to type, exactly. In production the main process asks instead, for more. */
export const revocationChallenge = (kid: string): string => kid.slice(0, TYPED_KID_LENGTH);

// How far the erasure of a private key is: only a key at an end of its life can come to it, and until its day it can be taken back.
import { isLiving } from '../../../shared/domain/limits.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';

export type Destruction =
  /** The key is in use, or waits for it. */
  | { stage: 'no' }
  /** Revoked or replaced; the private key is in the keychain. */
  | { stage: 'kept' }
  | { stage: 'scheduled'; at: Instant }
  | { stage: 'erased'; at: Instant };

export function destructionOf({ state, destroyAt, destroyedAt }: SigningKey): Destruction {
  if (destroyedAt !== null) {
    return { stage: 'erased', at: destroyedAt };
  }
  if (destroyAt !== null) {
    return { stage: 'scheduled', at: destroyAt };
  }
  return { stage: isLiving(state) ? 'no' : 'kept' };
}

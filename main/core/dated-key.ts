// A key with the instants that follow its revocation.
import type { Instant, SigningKey } from '../../shared/model.ts';

export type DatedKey = SigningKey & {
  /** First time the revoked key was seen to be absent from the public JWKS. */
  takenDownAt: Instant | null;
  /** When the private half is to be destroyed; `null` when that was not scheduled or was cancelled. */
  destroyAt: Instant | null;
  destroyedAt: Instant | null;
};

// A key ring: the keys that take turns at signing for one tenant.
import type { KeyClocks } from '../clocks.ts';
import type { RsaBits, SigningAlgorithm } from '../limits.ts';
import type { Instant } from './instant.ts';
import type { SigningKey } from './key.ts';

export interface KeyRing {
  id: string;
  tenantId: string;
  /** Unique within the tenant, e.g. `default`. */
  name: string;
  alg: SigningAlgorithm;
  /** RSA modulus length; `null` for EC and OKP rings. */
  bits: RsaBits | null;
  createdAt: Instant;
  /** It signs no more, and takes no more keys; what it signed stays verifiable under the clocks. `null` while it is in use. */
  retirement: { at: Instant; reason: string } | null;
}

export interface RingView {
  ring: KeyRing;
  /** In the order next, current, previous (newest first), revoked (newest first). */
  keys: SigningKey[];
  /** What the clocks say of each key, by kid. */
  clocks: Record<string, KeyClocks>;
}

// A key ring: the keys that take turns at signing for one tenant.
import type { KeyClocks } from '../timing/key-clocks.ts';
import type { RsaBits, SigningAlgorithm, WrittenName } from '../algorithms.ts';
import type { Instant } from '../timing/instant.ts';
import type { SigningKey } from './key.ts';

export interface KeyRing {
  id: string;
  tenantId: string;
  /** Unique within the tenant, e.g. `default`. */
  name: string;
  alg: SigningAlgorithm;
  /** RSA modulus length; `null` for EC and OKP rings. */
  bits: RsaBits | null;
  /** What tokens and JWKs of the ring call its algorithm; `null`: by its own name. */
  writtenAs: WrittenName | null;
  /** Its keys are brought in from files: none is made here unasked. */
  brought: boolean;
  createdAt: Instant;
  /** It signs no more, and takes no more keys; what it signed stays verifiable under the clocks. `null` while it is in use. */
  retirement: { at: Instant; reason: string } | null;
}

/**
 * Why a key that nobody outside has seen would be missed all the same: an officer brought it in, its private key was handed
 * over, its public key went to consumers, or an authority certified it.
 */
export type KeyWorth = 'imported' | 'handed-over' | 'given-out' | 'certified';

export interface RingView {
  ring: KeyRing;
  /** In the order next, current, previous, revoked, replaced; the newest first within a state. */
  keys: SigningKey[];
  /** What the clocks say of each key, by kid. */
  clocks: Record<string, KeyClocks>;
  /** By kid: of those that another key could replace, the ones that are replaced only when an officer names them. */
  valued: Record<string, KeyWorth>;
}

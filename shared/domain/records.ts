// What the registry keeps that crosses no border; the rest of its records stand with their subjects.
import type { CourierOutcome } from './offline/courier.ts';
import type { KeyState, LifeState } from './limits.ts';
import type { Instant } from './timing/instant.ts';
import type { SigningKey } from './key-ring/key.ts';
import type { PublishAct } from './published-set/finding.ts';

/** A certificate went to consumers, or a person confirmed that they have it. */
export interface RecordedNote {
  kid: string;
  kind: 'handed-out' | 'confirmed';
  at: Instant;
}

/** What ties the audit chain to this device: a key whose private key is in the keychain, and its last signature. */
export interface AuditAnchor {
  /** Standard Base64 of the device key's DER SubjectPublicKeyInfo. */
  deviceKey: string;
  /** A JWS in compact form over number and hash of an entry (audit-seal.ts); `null` before the first. */
  seal: string | null;
}

/** How many keys of a tenant are in each state. */
export type KeyCounts = Record<LifeState, number>;

/** What an overview of many tenants tells of a key, read without its certificate and its other long members. */
export interface KeyName {
  tenantId: string;
  ringId: string;
  kid: string;
  state: KeyState;
  currentAt: Instant | null;
  previousAt: Instant | null;
  /** The thumbprint of its certificate, `x5t#S256`. */
  print: string | null;
}

/** The set that a tenant was sent last, without its long members. */
export interface LastSet {
  at: Instant;
  act: PublishAct;
  kids: string[];
  /** Kid -> thumbprint of the certificate that was sent with it; empty when sets were not kept yet. */
  prints: Readonly<Record<string, string | null>>;
}

/** A bundle that was made here, and what its receipt said. */
export interface IssuedBundle {
  id: string;
  tenantId: string;
  act: PublishAct;
  madeAt: Instant;
  expiresAt: Instant;
  /** SHA-256 of the signed bytes. */
  sha256: string;
  previewHash: string;
  kids: string[];
  /** The exact body; `null` when the set is to be deleted. */
  body: string | null;
  /** `null` until a receipt was accepted. */
  settled: {
    at: Instant;
    outcome: CourierOutcome;
    courier: string;
    /** Canonical JSON of the set that the courier left there. */
    found: string;
  } | null;
}

/** A bundle that this machine carried for another one, and the receipt that it gave. */
export interface CarriedBundle {
  bundleId: string;
  at: Instant;
  outcome: CourierOutcome;
  receipt: string;
}

/** What happened to a key and when: all that clocks and forecasts look at, and quick to read for a whole fleet. */
export type KeyDates = Omit<
  SigningKey,
  'jwk' | 'certificate' | 'alg' | 'spkiSha256' | 'provenance' | 'exportable' | 'revocation'
>;

/** A key that was revoked as compromised, was sent out, and was not yet seen to be gone. */
export interface CompromisedOut {
  tenantId: string;
  kid: string;
  revokedAt: Instant;
}

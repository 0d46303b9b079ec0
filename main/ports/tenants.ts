// The way to a tenant: its published set, its own keys, and the sandbox that stands in for one.
import type { Beside } from '../../shared/domain/published-set/publication.ts';
import type { LifeState } from '../../shared/domain/limits.ts';
import type { SandboxStatus } from '../../shared/app-info.ts';
import type { Instant } from '../../shared/domain/timing/instant.ts';
import type { RemoteKey } from '../../shared/domain/published-set/publication.ts';
import type { Tenant } from '../../shared/domain/tenant/tenant.ts';
import type { RehearsedTrouble, Trouble } from '../../shared/domain/sandbox-trouble.ts';
import type { Credential } from './credential.ts';
import type { PublicPlace } from '../../shared/domain/tenant/public-addresses.ts';

/** The write side of a tenant's custom keys: what GET/PUT/DELETE of the set offer. Failures are REMOTE_* codes. */
export interface PublishingEndpoint {
  /** The whole custom set; empty when the tenant has none. */
  read(signal?: AbortSignal): Promise<RemoteKey[]>;
  /** What stood beside the keys when the set was read last; nothing where there is no such document. */
  beside(): Beside;
  /** Replaces the whole set with exactly these bytes, once, without retry; `null` deletes the set. */
  replace(body: string | null, signal?: AbortSignal): Promise<void>;
}

/** A key with which the tenant itself signs: we hold no half of it. */
export interface OwnKey {
  kid: string;
  state: LifeState;
  currentSince: Instant | null;
  currentUntil: Instant | null;
  revokedAt: Instant | null;
  /** DER. */
  certificate: Uint8Array;
  /** DER SubjectPublicKeyInfo. */
  spki: Uint8Array;
}

/** The tenant's own application signing keys. Changes are sent once, without retry. Failures are REMOTE_* codes. */
export interface OwnKeys {
  /** In any order; revoked ones among them. */
  list(signal?: AbortSignal): Promise<OwnKey[]>;
  /** current -> previous, next -> current, and a fresh next. */
  rotate(): Promise<void>;
  /** For a previous key. */
  revoke(kid: string): Promise<void>;
}

/** The first place where the set is read, and the way to where it is written. */
export interface TenantConnection extends PublicPlace {
  endpoint: PublishingEndpoint;
  /** The other places where the public reads the same set. */
  further: readonly PublicPlace[];
  /**
   * Asks, before anything is announced, whether a push can succeed: the scopes are there, and before the first one a
   * custom domain is ready, as far as that can be asked. `clears`: the push deletes the set. Throws REMOTE_* codes and
   * DOMAIN_NOT_READY.
   */
  preflight(push: { clears: boolean; first: boolean }, signal?: AbortSignal): Promise<void>;
}

/**
 * Signs the claims of a client assertion, under this `typ`, with a key in custody and records that it did: how a tenant adapter can prove
 * who we are without ever seeing a private key. Throws KEY_* and VAULT_*.
 */
export type AssertionSigner = (
  key: { kid: string; keyId: string },
  claims: Record<string, unknown>,
  type: string,
) => Promise<string>;

/** Finds the way to a tenant's endpoint. For sandbox tenants this starts or finds the loopback sandbox. */
export interface TenantDirectory {
  /** With `credential` nothing is read from the keychain, and it is used for this connection alone. */
  connect(tenant: Tenant, credential?: Credential): Promise<TenantConnection>;
  /** Throws INPUT_INVALID for a kind of tenant that has no keys of its own. */
  ownKeys(tenant: Tenant): Promise<OwnKeys>;
  sandboxStatus(): Promise<SandboxStatus>;
  /** What is armed to go wrong at the sandbox. */
  sandboxTrouble(): Promise<RehearsedTrouble>;
  /** Lets one thing go wrong there, once; `null` takes back what was armed. Answers what is armed now. */
  rehearseTrouble(trouble: Trouble | null): Promise<RehearsedTrouble>;
  /** Starts the loopback sandbox for this process, or finds the one that runs. */
  startSandbox(port?: number): Promise<SandboxStatus>;
}

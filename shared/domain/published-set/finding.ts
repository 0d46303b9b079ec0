// The words of a change to a published set: what is to be done, what speaks against it, and what somebody else did to
// the set since our last push. The rules are beside it; the window and the command line show these words.
import type { KeptForeign } from './foreign.ts';
import type { KeyState } from '../limits.ts';

/** `push`: what the rings want. `rollback`: a former set. `clear`: nothing at all. */
export const PUBLISH_ACTS = ['push', 'rollback', 'clear'] as const;
export type PublishAct = (typeof PUBLISH_ACTS)[number];

export const FINDING_CODES = [
  'kid-missing',
  'kid-twice',
  'kid-of-tenant',
  'kind-unsupported',
  'alg-does-not-fit',
  'rsa-too-small',
  'weak-key',
  'private-member',
  'unknown-member',
  'inexact-member',
  'revoked-key',
  'current-missing',
  'foreign-not-named',
  'foreign-undecided',
  'beside-inexact',
  'certificate-ended',
  'certificate-not-yet-valid',
  'certificate-signature-broken-hash',
  'certificate-not-for-signatures',
  'certificate-authority-below',
  'certificate-signature-weak-hash',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** One thing that speaks against sending the set. An error stops it, a warning is only shown. */
export interface Finding {
  code: FindingCode;
  severity: 'error' | 'warning';
  /** The key, by its kid, or by its place when it has none. */
  kid: string;
}

/** What happened at the tenant to one key since our last push, by another hand than ours. */
export interface SinceLastPush {
  kid: string;
  change: 'vanished' | 'altered' | 'appeared' | 'moved' | 'rewritten' | 'exposed';
}

/** What a tenant did to a key that it took: still that key, but not as it was sent. */
export const VARIATION_KINDS = [
  'certificate-dropped',
  'certificate-other',
  'member-dropped',
  'written-otherwise',
  'moved',
] as const;
export type VariationKind = (typeof VARIATION_KINDS)[number];

export interface Variation {
  /** Empty for a key without one. */
  kid: string;
  kind: VariationKind;
}

/** A key that shows its private key at the tenant: nothing is more urgent. The private key itself goes no further. */
export interface ExposedKey {
  /** Its kid, or its thumbprint when it has none. */
  name: string;
  thumbprint: string | null;
  /** Names of the private members that were there. */
  members: string[];
  /** The kid and state under which we have this key; `null` for a foreign one. */
  ours: { kid: string; state: KeyState } | null;
}

/** A key of the set as it is at the tenant now. */
export interface PublishedKey {
  /** The kid, or the thumbprint of a key without one; this is what `--remove-foreign` takes. */
  name: string;
  kty: string;
  alg: string | null;
  thumbprint: string | null;
  /** The kid and state under which we have this key; `null` for a foreign one. */
  ours: { kid: string; state: KeyState } | null;
  /** The decision to keep it, where it is foreign and somebody made one. */
  kept: KeptForeign | null;
  since: SinceLastPush['change'] | null;
  /** Names of private members that it shows; empty for a key as it should be. */
  exposed: string[];
}

/** Where the wait for the public key set stands: seconds, all of them. */
export interface PublicWait {
  /** Kids that verifiers need and do not find yet. */
  missing: string[];
  /** Kids of revoked keys that are still shown. */
  lingering: string[];
  /** How often the set was looked at so far. */
  look: number;
  /** Until the next look. */
  left: number;
  passed: number;
  limit: number;
}
